import { type BitSet, hasMember, membersOf } from './bit-set.ts';
import type { Steps } from './steps.ts';

/**
 * Cliques that a local search chooses from, and what is gained or lost by each. The gain of one that is not chosen is the
 * weight of the vertices that it would cover newly; the loss of a chosen one, the weight of those that it alone covers.
 */
export interface CliquePool {
  readonly cliques: readonly BitSet[];
  /** The numbers of the chosen cliques. */
  readonly chosen: readonly number[];
  /** The vertices that no chosen clique has. */
  readonly uncovered: readonly number[];
  readonly weightOf: (vertex: number) => number;
  /** Returns the numbers of the cliques that have a vertex. */
  readonly cliquesWith: (vertex: number) => readonly number[];
  readonly isChosen: (clique: number) => boolean;
  /** The gain or the loss. */
  readonly valueOf: (clique: number) => number;
  /** Takes a clique into the pool; returns its number, which it has already if it was there. */
  readonly add: (clique: BitSet) => number;
  readonly choose: (clique: number) => void;
  readonly drop: (clique: number) => void;
  /** Makes every vertex that is uncovered now heavier by one. */
  readonly raiseWeights: () => void;
}

/** Returns an empty pool for a graph of so many vertices, each of weight one. */
export function createCliquePool(vertices: number, steps: Steps): CliquePool {
  const cliques: BitSet[] = [];
  const members: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const byVertex: number[][] = Array.from({ length: vertices }, () => []);
  const values: number[] = [];
  const isChosen: boolean[] = [];
  const chosen: number[] = [];
  const weights = new Array<number>(vertices).fill(1);
  const counts = new Array<number>(vertices).fill(0);
  const uncovered = [...weights.keys()];
  const places = [...uncovered];

  const change = (list: readonly number[], except: number, by: number) => {
    for (const clique of list) if (clique !== except) values[clique] = (values[clique] ?? 0) + by;
    steps.left -= list.length;
  };
  /** The first chosen clique with a vertex is no longer the only one, or is it now. */
  const changeOwner = (vertex: number, by: number) => {
    steps.left -= chosen.length;
    for (const clique of chosen) {
      const set = cliques[clique];
      if (set === undefined || !hasMember(set, vertex)) continue;
      values[clique] = (values[clique] ?? 0) + by;
      return;
    }
  };
  const cover = (vertex: number) => {
    const place = places[vertex] ?? 0;
    const last = uncovered.pop();
    if (last === undefined || last === vertex) return;
    uncovered[place] = last;
    places[last] = place;
  };
  const uncover = (vertex: number) => {
    places[vertex] = uncovered.length;
    uncovered.push(vertex);
  };

  return {
    cliques,
    chosen,
    uncovered,
    weightOf: (vertex) => weights[vertex] ?? 0,
    cliquesWith: (vertex) => byVertex[vertex] ?? [],
    isChosen: (clique) => isChosen[clique] ?? false,
    valueOf: (clique) => values[clique] ?? 0,
    add(clique) {
      const key = clique.join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = cliques.length;
      const own = membersOf(clique);
      numbers.set(key, number);
      cliques.push(clique);
      members.push(own);
      isChosen.push(false);
      let gain = 0;
      for (const vertex of own) {
        byVertex[vertex]?.push(number);
        if (counts[vertex] === 0) gain += weights[vertex] ?? 0;
      }
      values.push(gain);
      return number;
    },
    choose(clique) {
      for (const vertex of members[clique] ?? []) {
        const weight = weights[vertex] ?? 0;
        const count = (counts[vertex] ?? 0) + 1;
        counts[vertex] = count;
        if (count === 1) {
          cover(vertex);
          change(byVertex[vertex] ?? [], clique, -weight);
        } else if (count === 2) changeOwner(vertex, -weight);
      }
      isChosen[clique] = true;
      chosen.push(clique);
    },
    drop(clique) {
      isChosen[clique] = false;
      chosen.splice(chosen.indexOf(clique), 1);
      for (const vertex of members[clique] ?? []) {
        const weight = weights[vertex] ?? 0;
        const count = (counts[vertex] ?? 0) - 1;
        counts[vertex] = count;
        if (count === 0) {
          uncover(vertex);
          change(byVertex[vertex] ?? [], clique, weight);
        } else if (count === 1) changeOwner(vertex, weight);
      }
    },
    raiseWeights() {
      for (const vertex of uncovered) {
        weights[vertex] = (weights[vertex] ?? 0) + 1;
        change(byVertex[vertex] ?? [], -1, 1);
      }
    },
  };
}
