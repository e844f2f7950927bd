import { type Product, type Table, transposeProducts } from './cover.ts';
import { coverByCliques } from './cover-by-cliques.ts';
import { coverByUnions } from './cover-by-unions.ts';
import { coverExactly, mostExactRows } from './cover-exactly.ts';
import { type Grid, gridOf, turnGrid } from './grid.ts';
import { lightenCover } from './lighten-cover.ts';
import { trimCover } from './trim-cover.ts';

/** A heuristic that would take more steps than this is left out. */
const mostHeuristicSteps = 20_000_000;

/** Beyond this many steps a search for a better cover ends with what it has found. */
const mostSearchSteps = 10_000_000;

/**
 * Returns products that cover a table: never more than it has rows, or columns where these are not too many to be
 * compared with each other; no row and no column of a product could be left out. Where rows or columns are at most
 * `mostExactRows` they are the fewest, with the least weight, unless a search would not end.
 */
export function coverTable(table: Table): readonly Product[] {
  const grid = gridOf(table);
  const cover = lightenCover(fewestCoversOf(grid), grid);
  if (table.rowWeights.length <= mostExactRows) {
    return trimCover(coverExactly(cover, table, mostSearchSteps), table);
  }
  if (table.columnWeights.length > mostExactRows) return cover;
  const found = coverExactly(transposeProducts(cover), turnGrid(grid), mostSearchSteps);
  return trimCover(transposeProducts(found), table);
}

/** Those of the fewest products. */
function fewestCoversOf(grid: Grid): readonly (readonly Product[])[] {
  const turned = turnGrid(grid);
  const byRows = coverByUnions(turned, mostHeuristicSteps) ?? onePerColumn(turned);
  const byColumns = coverByUnions(grid, mostHeuristicSteps);
  const covers = [
    ...(coverByCliques(grid) ?? []),
    transposeProducts(byRows),
    ...(byColumns === undefined ? [] : [byColumns]),
  ];
  const fewest = Math.min(...covers.map((cover) => cover.length));
  return covers.filter((cover) => cover.length === fewest);
}

function onePerColumn({ columns }: Table): readonly Product[] {
  return columns.map((rows, column) => ({ rows, columns: [column] }));
}
