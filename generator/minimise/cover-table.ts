import { type Product, type Table, transpose, transposeProducts, weightOf } from './cover.ts';
import { coverByMostEntries } from './cover-by-most-entries.ts';
import { coverByUnions } from './cover-by-unions.ts';
import { coverExactly, mostExactRows } from './cover-exactly.ts';
import { trimCover } from './trim-cover.ts';

/** A heuristic that would take more steps than this is left out. */
const mostHeuristicSteps = 20_000_000;

/** Beyond this many steps a search for a better cover ends with what it has found. */
const mostSearchSteps = 2_000_000;

/**
 * Returns products that cover a table: never more than it has rows, or columns where these are not too many to be
 * compared with each other; no row and no column of a product could be left out. Where rows or columns are at most
 * `mostExactRows` they are the fewest, with the least weight, unless a search would not end.
 */
export function coverTable(table: Table): readonly Product[] {
  const turned = transpose(table);
  const cover = bestOf(coversOf(table, turned), table);
  if (table.rowWeights.length <= mostExactRows) {
    return trimCover(coverExactly(cover, table, mostSearchSteps), table);
  }
  if (turned.rowWeights.length > mostExactRows) return cover;
  const found = coverExactly(transposeProducts(cover), turned, mostSearchSteps);
  return trimCover(transposeProducts(found), table);
}

function coversOf(table: Table, turned: Table): readonly (readonly Product[])[] {
  const byRows = coverByUnions(turned, mostHeuristicSteps);
  return [
    byRows === undefined ? onePerRow(turned) : transposeProducts(byRows),
    coverByUnions(table, mostHeuristicSteps),
    coverByMostEntries(table, turned, mostHeuristicSteps),
  ].filter((cover) => cover !== undefined);
}

function bestOf(covers: readonly (readonly Product[])[], table: Table): readonly Product[] {
  let best: readonly Product[] = [];
  for (const cover of covers) {
    const trimmed = trimCover(cover, table);
    if (best.length === 0 || isBetter(trimmed, best, table)) best = trimmed;
  }
  return best;
}

function onePerRow({ columns }: Table): readonly Product[] {
  return columns.map((members, row) => ({ rows: [row], columns: members }));
}

function isBetter(left: readonly Product[], right: readonly Product[], table: Table): boolean {
  if (left.length !== right.length) return left.length < right.length;
  return weightOf(left, table) < weightOf(right, table);
}
