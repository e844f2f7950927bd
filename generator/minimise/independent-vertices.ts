import { type BitSet, countShared, deleteMembers, hasMember, membersOf } from './bit-set.ts';
import type { Graph } from './entry-graph.ts';
import type { Steps } from './steps.ts';

/**
 * Returns how many vertices were found of which no two are neighbours, those with few neighbours first. No two fit one
 * clique, so every cover has as many cliques: a fooling set, in terms of the table.
 */
export function countIndependent(graph: Graph, alive: BitSet, steps: Steps): number {
  const rest = alive.slice();
  const byDegree = membersOf(alive)
    .map((vertex) => ({ vertex, degree: countShared(graph[vertex] ?? alive, alive) }))
    .sort((left, right) => left.degree - right.degree || left.vertex - right.vertex);
  steps.left -= 2 * byDegree.length * alive.length;
  let count = 0;
  for (const { vertex } of byDegree) {
    if (!hasMember(rest, vertex)) continue;
    count += 1;
    deleteMembers(rest, graph[vertex] ?? rest);
  }
  return count;
}
