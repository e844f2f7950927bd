import type { Table } from './cover.ts';
import { isWithin, type RowSet, rowsIn } from './row-sets.ts';

/** What covers of a table by row sets weigh. */
export interface CoverWeights {
  /** The rows of each set, and each column as often as the fewest of the sets are that together are its rows. */
  readonly weightOf: (cover: readonly RowSet[]) => number;
  /** Returns a weight that no cover of `count` sets, these among them, is below. */
  readonly leastWith: (chosen: readonly RowSet[], count: number) => number;
}

/** Returns the weights of the covers of a table of few rows. */
export function coverWeightsOf(
  columns: readonly RowSet[],
  { rowWeights, columnWeights }: Table,
): CoverWeights {
  const setWeights = Array.from({ length: 1 << rowWeights.length }, (_, set) =>
    rowsIn(set).reduce((sum, row) => sum + (rowWeights[row] ?? 0), 0),
  );
  const weightOfRows = (sets: readonly RowSet[]) => {
    let sum = 0;
    for (const set of sets) sum += setWeights[set] ?? 0;
    return sum;
  };
  const leastRow = Math.min(...rowWeights);
  /** What a set of its own costs a column, and saves: the column then stands in one product and not in two. */
  const own = [...weightsByRows(columns, columnWeights)]
    .map(([column, weight]) => ({
      column,
      weight,
      difference: (setWeights[column] ?? 0) - weight,
    }))
    .sort((left, right) => left.difference - right.difference);
  return {
    weightOf: (cover) =>
      own.reduce(
        (sum, { column, weight }) => sum + countUniting(cover, column) * weight,
        weightOfRows(cover),
      ),
    leastWith(chosen, count) {
      let sum = weightOfRows(chosen);
      let left = count - chosen.length;
      // INVARIANT: a set is all rows of one list of columns at most; other columns stand in two products or more.
      for (const { column, weight, difference } of own) {
        if (chosen.includes(column)) {
          sum += weight;
          continue;
        }
        sum += 2 * weight;
        if (left === 0 || difference >= leastRow) continue;
        sum += difference;
        left -= 1;
      }
      return sum + left * leastRow;
    },
  };
}

/** Without columns that have no rows, which stand in no product. */
function weightsByRows(
  columns: readonly RowSet[],
  columnWeights: readonly number[],
): ReadonlyMap<RowSet, number> {
  const weights = new Map<RowSet, number>();
  for (const [at, column] of columns.entries()) {
    if (column === 0) continue;
    weights.set(column, (weights.get(column) ?? 0) + (columnWeights[at] ?? 0));
  }
  return weights;
}

/** Returns how many of the sets, at least, together are the whole. */
function countUniting(sets: readonly RowSet[], whole: RowSet): number {
  if (sets.includes(whole)) return 1;
  const fitting = sets.filter((set) => isWithin(set, whole));
  const countOf = (missing: RowSet, most: number): number => {
    if (missing === 0) return 0;
    if (most === 0) return Number.POSITIVE_INFINITY;
    const first = missing & -missing;
    let least = most;
    let isFound = false;
    for (const set of fitting) {
      if ((set & first) === 0) continue;
      const count = 1 + countOf(missing & ~set, least - 1);
      if (count > least) continue;
      [least, isFound] = [count, true];
    }
    return isFound ? least : Number.POSITIVE_INFINITY;
  };
  return countOf(whole, fitting.length);
}
