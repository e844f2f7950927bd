import { isSubset, toBitSet } from './bit-set.ts';
import { type Product, transposeProducts, weightOf } from './cover.ts';
import { fewUniting } from './cover-by-unions.ts';
import { type Grid, turnGrid } from './grid.ts';
import { trimCover } from './trim-cover.ts';

/** It rarely takes more than three. */
const mostRounds = 8;

/**
 * Returns the lightest cover that is found from some covers of as many products; nothing of it could be left out. By turns
 * the rows of all products are held, and each column goes into few products that together are its rows, and the columns are
 * held and each row goes into few; until that makes no difference.
 */
export function lightenCover(
  covers: readonly (readonly Product[])[],
  grid: Grid,
): readonly Product[] {
  const turned = turnGrid(grid);
  let best: readonly Product[] = [];
  const consider = (cover: readonly Product[]): boolean => {
    const trimmed = trimCover(cover, grid);
    if (best.length > 0 && weightOf(trimmed, grid) >= weightOf(best, grid)) return false;
    best = trimmed;
    return true;
  };
  const byColumns = (cover: readonly Product[]) => assignColumns(cover, grid);
  const byRows = (cover: readonly Product[]) =>
    transposeProducts(assignColumns(transposeProducts(cover), turned));
  for (const cover of covers) for (const way of [byColumns, byRows]) consider(way(cover));
  for (let round = 0; round < mostRounds; round += 1) {
    const isLighter = [byColumns, byRows].map((way) => consider(way(best)));
    if (!isLighter.includes(true)) break;
  }
  return best;
}

/** The products with the same rows, and each column in few of them. */
function assignColumns(
  products: readonly Product[],
  { columnSets, rows: { length } }: Grid,
): readonly Product[] {
  const sets = products.map(({ rows }) => toBitSet(rows, length));
  const members: number[][] = products.map(() => []);
  for (const [column, whole] of columnSets.entries()) {
    const fitting: number[] = [];
    for (const [place, set] of sets.entries()) if (isSubset(set, whole)) fitting.push(place);
    for (const place of fewUniting(fitting, sets, whole) ?? []) members[place]?.push(column);
  }
  return products.map(({ rows }, place) => ({ rows, columns: members[place] ?? [] }));
}
