import {
  addMember,
  type BitSet,
  deleteMember,
  hasMember,
  isSubset,
  membersOf,
  sharedBy,
} from './bit-set.ts';
import type { Graph } from './entry-graph.ts';
import type { Steps } from './steps.ts';

/** A vertex that was taken out of a graph, and the neighbour whose cliques it can join. */
export interface Removal {
  readonly vertex: number;
  readonly host: number;
}

/**
 * Takes vertices out of `alive` until none is dominated: one that is a neighbour of another vertex, the host, and of all
 * of the host's neighbours. It can join any clique of the host, so a cover without it takes as many cliques. A vertex that
 * is alone afterwards needs a clique of its own in any cover, with those that can join it. Returns what was taken out, in
 * order.
 */
export function removeDominated(graph: Graph, alive: BitSet, steps: Steps): readonly Removal[] {
  const removals: Removal[] = [];
  const waiting = membersOf(alive);
  const isWaiting = alive.slice();
  for (const host of waiting) {
    deleteMember(isWaiting, host);
    const own = graph[host];
    if (steps.left < 0) break;
    if (own === undefined || !hasMember(alive, host)) continue;
    let near = sharedBy(own, alive);
    for (const vertex of membersOf(near)) {
      const others = graph[vertex];
      steps.left -= 2;
      if (vertex === host || others === undefined || !isSubset(near, others)) continue;
      deleteMember(alive, vertex);
      removals.push({ vertex, host });
      near = sharedBy(near, alive);
      steps.left -= near.length;
      for (const again of membersOf(sharedBy(others, alive))) {
        if (hasMember(isWaiting, again)) continue;
        addMember(isWaiting, again);
        waiting.push(again);
      }
    }
  }
  return removals;
}

/** Lets what was taken out join the cliques of its host again, the last first. */
export function restoreDominated(cliques: readonly BitSet[], removals: readonly Removal[]): void {
  for (const { vertex, host } of removals.toReversed()) {
    for (const clique of cliques) if (hasMember(clique, host)) addMember(clique, vertex);
  }
}
