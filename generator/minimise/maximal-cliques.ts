import {
  addMember,
  type BitSet,
  countShared,
  deleteMember,
  deleteMembers,
  membersOf,
  sharedBy,
} from './bit-set.ts';
import type { Graph } from './entry-graph.ts';
import type { Steps } from './steps.ts';

/**
 * Returns every maximal clique among the vertices that holds the given one, largest first: Bron and Kerbosch's search with
 * a pivot. Some are missing where it would take more steps than are left.
 */
export function maximalCliquesWith(
  vertex: number,
  graph: Graph,
  among: BitSet,
  steps: Steps,
): readonly BitSet[] {
  const found: { readonly clique: BitSet; readonly size: number }[] = [];
  const visit = (clique: BitSet, open: BitSet, done: BitSet): void => {
    const pivot = pivotOf(open, done, graph, steps);
    if (pivot === undefined) {
      found.push({ clique, size: countShared(clique, clique) });
      return;
    }
    const branches = open.slice();
    deleteMembers(branches, pivot);
    for (const next of membersOf(branches)) {
      const near = neighboursOf(next, graph);
      if (steps.left < 0) return;
      const larger = clique.slice();
      addMember(larger, next);
      visit(larger, sharedBy(open, near), sharedBy(done, near));
      deleteMember(open, next);
      addMember(done, next);
    }
  };
  const start = among.slice().fill(0);
  addMember(start, vertex);
  visit(start, sharedBy(among, neighboursOf(vertex, graph)), among.slice().fill(0));
  return found.sort((left, right) => right.size - left.size).map(({ clique }) => clique);
}

/** The neighbours of the vertex that most of the open ones are near to; undefined where nothing is open or done. */
function pivotOf(open: BitSet, done: BitSet, graph: Graph, steps: Steps): BitSet | undefined {
  let best: BitSet | undefined;
  let most = -1;
  for (const set of [open, done]) {
    for (const vertex of membersOf(set)) {
      const near = neighboursOf(vertex, graph);
      const count = countShared(near, open);
      steps.left -= open.length;
      if (count > most) [best, most] = [near, count];
    }
  }
  return best;
}

/** Without the vertex itself. */
function neighboursOf(vertex: number, graph: Graph): BitSet {
  const near = (graph[vertex] ?? new Uint32Array()).slice();
  deleteMember(near, vertex);
  return near;
}
