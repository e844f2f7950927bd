import {
  addMember,
  type BitSet,
  countShared,
  deleteMember,
  hasMember,
  keepShared,
  membersOf,
  sharedBy,
  toBitSet,
} from './bit-set.ts';
import type { CliquePool } from './clique-pool.ts';
import type { Graph } from './entry-graph.ts';
import type { Steps } from './steps.ts';

/** So many vertices are compared before one of them joins. */
const sample = 8;

/**
 * Returns a maximal clique around a vertex that covers much of what is uncovered: of a few uncovered candidates the one
 * joins that leaves the most others, as long as there is any, and then the heaviest vertices.
 */
export function growClique(
  vertex: number,
  graph: Graph,
  pool: CliquePool,
  numbersBelow: (limit: number) => number,
  steps: Steps,
): BitSet {
  const clique = toBitSet([vertex], graph.length);
  const candidates = (graph[vertex] ?? clique).slice();
  deleteMember(candidates, vertex);
  const join = (next: number) => {
    addMember(clique, next);
    keepShared(candidates, graph[next] ?? clique);
    deleteMember(candidates, next);
    steps.left -= candidates.length;
  };
  const open = sharedBy(candidates, toBitSet(pool.uncovered, graph.length));
  for (let places = membersOf(open); places.length > 0; places = membersOf(open)) {
    const next = bestOf(places, open, graph, numbersBelow);
    steps.left -= (sample + 1) * open.length;
    join(next);
    keepShared(open, candidates);
  }
  const rest = membersOf(candidates)
    .map((place) => ({ place, rank: pool.weightOf(place) * (1000 + numbersBelow(1000)) }))
    .sort((left, right) => right.rank - left.rank || left.place - right.place);
  steps.left -= 4 * rest.length;
  for (const { place } of rest) if (hasMember(candidates, place)) join(place);
  return clique;
}

function bestOf(
  places: readonly number[],
  open: BitSet,
  graph: Graph,
  numbersBelow: (limit: number) => number,
): number {
  let best = 0;
  let most = -1;
  const count = Math.min(sample, places.length);
  const first = numbersBelow(places.length);
  const stride = Math.max(1, Math.floor(places.length / count));
  for (let at = 0; at < count; at += 1) {
    const place = places[(first + at * stride) % places.length] ?? 0;
    const left = countShared(graph[place] ?? open, open);
    if (left > most) [best, most] = [place, left];
  }
  return best;
}
