import type { Product, Table } from './cover.ts';
import { coverWeightsOf } from './cover-weights.ts';
import {
  fewestUniting,
  intersectionsOf,
  isWithin,
  type RowSet,
  rowsIn,
  subsetsWith,
  toRowSet,
} from './row-sets.ts';
import { searchCovers } from './search-covers.ts';

/** More rows than this have too many sets to be searched. */
export const mostExactRows = 8;

/**
 * Returns the best cover that a search from a given one finds: the fewest products, and of those covers the one of least
 * weight, wherever the search ends within `mostSteps`. Of a table with more than `mostExactRows` rows, the given cover.
 *
 * A cover is known by the row sets of its products: each column then stands in the fewest of them that together are its
 * rows. To find the fewest, it is enough to try the largest products; to find the lightest, all subsets are tried.
 */
export function coverExactly(
  cover: readonly Product[],
  table: Table,
  mostSteps: number,
): readonly Product[] {
  if (table.rowWeights.length > mostExactRows) return cover;
  const columns = table.columns.map(toRowSet);
  const given = cover.map(({ rows }) => toRowSet(rows));
  const fewest = findFewer(given, columns, mostSteps);
  return toProducts(findLightest(fewest, columns, table, mostSteps), columns);
}

function findFewer(
  given: readonly RowSet[],
  columns: readonly RowSet[],
  mostSteps: number,
): readonly RowSet[] {
  const largest = intersectionsOf(columns);
  let best = given;
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    searchCovers({
      columns,
      count: best.length - 1,
      candidates: (row, column) =>
        largest.filter((set) => ((set >> row) & 1) === 1 && isWithin(set, column)),
      isHopeless: () => false,
      accept: (found) => {
        best = [...found];
        isBetter = true;
        return true;
      },
      mostSteps,
    });
  }
  return best;
}

/** Takes a cover of the fewest row sets, so that no smaller one can turn up. */
function findLightest(
  given: readonly RowSet[],
  columns: readonly RowSet[],
  table: Table,
  mostSteps: number,
): readonly RowSet[] {
  const { weightOf, leastWith } = coverWeightsOf(columns, table);
  let best = given;
  let least = weightOf(given);
  searchCovers({
    columns,
    count: given.length,
    candidates: subsetsWith,
    isHopeless: (chosen) => leastWith(chosen, given.length) >= least,
    accept: (found) => {
      const weight = weightOf(found);
      if (weight < least) [best, least] = [[...found], weight];
      return false;
    },
    mostSteps,
  });
  return best;
}

function toProducts(sets: readonly RowSet[], columns: readonly RowSet[]): readonly Product[] {
  const members: number[][] = sets.map(() => []);
  for (const [column, rows] of columns.entries()) {
    for (const at of fewestUniting(sets, rows)) members[at]?.push(column);
  }
  return sets
    .map((set, at) => ({ rows: rowsIn(set), columns: members[at] ?? [] }))
    .filter((product) => product.columns.length > 0);
}
