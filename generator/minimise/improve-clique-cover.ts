import type { BitSet } from './bit-set.ts';
import { type CliquePool, createCliquePool } from './clique-pool.ts';
import type { Graph } from './entry-graph.ts';
import { growClique } from './grow-clique.ts';
import { createNumbers } from './numbers-below.ts';
import type { Steps } from './steps.ts';

/** More cliques than this are not kept to choose from. */
const mostCliques = 20_000;

/** A search that has found nothing better for so many steps ends, and for four times as many as it took until then. */
const patiencePerVertex = 10_000;

/**
 * Returns a cover of a graph by few cliques: a greedy one, improved by a local search with vertex weights (as row weighting
 * for set covers). While all is covered, a clique is given up. Then the clique that is missed least is exchanged for one
 * around an uncovered vertex, for which one more is grown, and what stays uncovered gets heavier; again and again. Ends
 * with `enough` cliques, with no steps left, or long after the last success.
 */
export function improveCliqueCover(graph: Graph, enough: number, steps: Steps): readonly BitSet[] {
  const pool = createCliquePool(graph.length, steps);
  const numbersBelow = createNumbers();
  const grow = (vertex: number) => pool.add(growClique(vertex, graph, pool, numbersBelow, steps));
  const anyUncovered = () => pool.uncovered[numbersBelow(pool.uncovered.length)] ?? 0;
  const start = steps.left;
  while (pool.uncovered.length > 0)
    takeLargest(
      pool,
      [1, 2, 3, 4].map(() => grow(anyUncovered())),
    );
  let best = chosenOf(pool);
  let lastSuccess = steps.left;
  const isHopeless = () =>
    lastSuccess - steps.left > patiencePerVertex * graph.length + 4 * (start - lastSuccess);
  const changes: number[] = [];
  let newest = -1;
  for (let move = 1; steps.left > 0 && !isHopeless(); move += 1) {
    while (pool.uncovered.length === 0) {
      if (pool.chosen.length < best.length) [best, lastSuccess] = [chosenOf(pool), steps.left];
      if (best.length <= enough) return best;
      exchangeable(pool, changes, -1, move);
    }
    const dropped = exchangeable(pool, changes, newest, move);
    const vertex = anyUncovered();
    if (pool.cliques.length < mostCliques) grow(vertex);
    newest = bestOf(pool, changes, vertex, dropped);
    pool.choose(newest);
    changes[newest] = move;
    pool.raiseWeights();
  }
  return best;
}

function chosenOf(pool: CliquePool): readonly BitSet[] {
  return pool.chosen.flatMap((clique) => pool.cliques[clique] ?? []);
}

/** Of some cliques, the one of most gain. */
function takeLargest(pool: CliquePool, cliques: readonly number[]): void {
  const [first = 0, ...others] = cliques;
  pool.choose(
    others.reduce((best, one) => (pool.valueOf(one) > pool.valueOf(best) ? one : best), first),
  );
}

/** Drops the clique of least loss, of equal ones the one that was changed longest ago; not the newest. */
function exchangeable(pool: CliquePool, changes: number[], newest: number, move: number): number {
  let least = -1;
  for (const clique of pool.chosen) {
    if (clique === newest && pool.chosen.length > 1) continue;
    const difference = pool.valueOf(clique) - pool.valueOf(least);
    const isOlder = (changes[clique] ?? 0) < (changes[least] ?? 0);
    if (least === -1 || difference < 0 || (difference === 0 && isOlder)) least = clique;
  }
  pool.drop(least);
  changes[least] = move;
  return least;
}

/** The clique of most gain around a vertex, of equal ones the one that was changed longest ago; not what was just dropped. */
function bestOf(
  pool: CliquePool,
  changes: readonly number[],
  vertex: number,
  dropped: number,
): number {
  let best = -1;
  for (const clique of pool.cliquesWith(vertex)) {
    if (clique === dropped) continue;
    const difference = pool.valueOf(clique) - pool.valueOf(best);
    const isOlder = (changes[clique] ?? 0) < (changes[best] ?? 0);
    if (best === -1 || difference > 0 || (difference === 0 && isOlder)) best = clique;
  }
  return best === -1 ? dropped : best;
}
