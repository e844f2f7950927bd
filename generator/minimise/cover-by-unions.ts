import { type BitSet, countShared, deleteMembers, isSubset } from './bit-set.ts';
import type { Product } from './cover.ts';
import type { Grid } from './grid.ts';

/**
 * Returns one product for each column whose rows are not those of other columns together; a column whose rows are stands
 * in the products of the others. Takes time by the square of the columns; undefined where that is more than `mostSteps`.
 */
export function coverByUnions(
  { columns, columnSets: sets, rows: { length } }: Grid,
  mostSteps: number,
): readonly Product[] | undefined {
  if (columns.length ** 2 * Math.ceil(length / 32) > mostSteps) return undefined;
  const within = subsetsOf(sets);
  const unions = sets.map((set, column) => fewUniting(within[column] ?? [], sets, set));
  const members = new Map<number, number[]>();
  for (const [column, union] of unions.entries())
    if (union === undefined) members.set(column, [column]);
  for (const [column, union] of unions.entries()) {
    const set = sets[column];
    if (union === undefined || set === undefined) continue;
    const own = (within[column] ?? []).filter((other) => members.has(other));
    for (const other of fewUniting(own, sets, set) ?? []) members.get(other)?.push(column);
  }
  return [...members].map(([column, standing]) => ({
    rows: columns[column] ?? [],
    columns: standing.sort((left, right) => left - right),
  }));
}

/** Returns few of the places whose sets together are the whole, taking the most of what is missing first; undefined where all of them are not. */
export function fewUniting(
  places: readonly number[],
  sets: readonly BitSet[],
  whole: BitSet,
): readonly number[] | undefined {
  const missing = whole.slice();
  const chosen: number[] = [];
  for (let left = countShared(missing, missing); left > 0; ) {
    let best = -1;
    let most = 0;
    for (const place of places) {
      const count = countShared(sets[place] ?? missing, missing);
      if (count > most) [best, most] = [place, count];
    }
    const set = sets[best];
    if (set === undefined) return undefined;
    chosen.push(best);
    deleteMembers(missing, set);
    left -= most;
  }
  return chosen;
}

/** For each set the places of those that are a part of it, and less. */
function subsetsOf(sets: readonly BitSet[]): readonly (readonly number[])[] {
  const bySize = sets
    .map((set, place) => ({ set, place, size: countShared(set, set) }))
    .sort((left, right) => left.size - right.size);
  const within: number[][] = sets.map(() => []);
  for (const { set, place, size } of bySize) {
    const own = within[place];
    for (const other of bySize) {
      if (other.size >= size) break;
      if (isSubset(other.set, set)) own?.push(other.place);
    }
    own?.sort((left, right) => left - right);
  }
  return within;
}
