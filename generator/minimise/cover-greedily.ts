import { type Product, type Table, transpose, transposeProducts, weightOf } from './cover.ts';
import { coverByMostEntries } from './cover-by-most-entries.ts';
import { coverByUnions } from './cover-by-unions.ts';
import { trimCover } from './trim-cover.ts';

/** A search of more steps than this is left out: the plain cover then stands. */
const mostSteps = 20_000_000;

/**
 * Returns products that cover a table of any size: never more than there are rows, nor, where the search is not too long,
 * than there are columns, nor than 1 + ln(entries) times the fewest of the products looked at. No row and no column
 * of a product could be left out.
 */
export function coverGreedily(table: Table): readonly Product[] {
  const turned = transpose(table);
  const byRows = coverByUnions(turned, mostSteps);
  const covers = [
    byRows === undefined ? onePerRow(turned) : transposeProducts(byRows),
    coverByUnions(table, mostSteps),
    coverByMostEntries(table, turned, mostSteps),
  ];
  let best: readonly Product[] = [];
  for (const cover of covers) {
    if (cover === undefined) continue;
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
