import {
  type BitSet,
  countShared,
  deleteMember,
  deleteMembers,
  isEmpty,
  membersOf,
  toBitSet,
} from './bit-set.ts';
import type { Graph } from './entry-graph.ts';
import { countIndependent } from './independent-vertices.ts';
import { maximalCliquesWith } from './maximal-cliques.ts';
import { type Removal, removeDominated, restoreDominated } from './remove-dominated.ts';
import type { Steps } from './steps.ts';

/**
 * Returns the cover of a graph by the fewest cliques; the given one where none has fewer. Branch and bound: takes out what
 * is dominated, gives up where as many independent vertices are left as the best cover has cliques to spare, and else tries
 * each maximal clique around the vertex that has the fewest neighbours left. What it returns is the fewest if steps are left
 * afterwards.
 */
export function searchCliqueCover(
  graph: Graph,
  given: readonly BitSet[],
  steps: Steps,
): readonly BitSet[] {
  let best = given;
  const visit = (alive: BitSet, chosen: readonly BitSet[], removals: readonly Removal[]): void => {
    const removed = [...removals, ...removeDominated(graph, alive, steps)];
    const singles = membersOf(alive).filter((vertex) => degreeOf(vertex, graph, alive) === 1);
    for (const vertex of singles) deleteMember(alive, vertex);
    const taken = [...chosen, ...singles.map((vertex) => toBitSet([vertex], graph.length))];
    if (taken.length + countIndependent(graph, alive, steps) >= best.length) return;
    if (isEmpty(alive)) {
      best = taken.map((clique) => clique.slice());
      restoreDominated(best, removed);
      return;
    }
    for (const clique of maximalCliquesWith(nearest(graph, alive), graph, alive, steps)) {
      if (steps.left < 0) return;
      const rest = alive.slice();
      deleteMembers(rest, clique);
      visit(rest, [...taken, clique], removed);
    }
  };
  visit(toBitSet(graph.keys(), graph.length), [], []);
  return best;
}

function degreeOf(vertex: number, graph: Graph, alive: BitSet): number {
  return countShared(graph[vertex] ?? alive, alive);
}

/** The vertex with the fewest neighbours, the first of them. */
function nearest(graph: Graph, alive: BitSet): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const vertex of membersOf(alive)) {
    const degree = degreeOf(vertex, graph, alive);
    if (degree < least) [best, least] = [vertex, degree];
  }
  return best;
}
