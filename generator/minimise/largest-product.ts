import {
  type BitSet,
  countShared,
  deleteMember,
  keepShared,
  membersOf,
  toBitSet,
} from './bit-set.ts';
import type { Product } from './cover.ts';
import type { Entry } from './essential-entries.ts';
import type { Grid } from './grid.ts';

/** Returns the largest product (a formal concept) that holds some entries and has as many columns as any that does. */
export function widestProductAround(entries: readonly Entry[], grid: Grid): Product {
  const columns = columnsOfAll(new Set(entries.map(({ row }) => row)), grid);
  return { rows: membersOf(rowsOfAll(membersOf(columns), grid)), columns: membersOf(columns) };
}

/**
 * Returns a largest product that holds some entries of which any two can be in one product. Of all rows and columns that
 * could be in it, those are left out first that have no entry in most of the others.
 */
export function roundestProductAround(entries: readonly Entry[], grid: Grid): Product {
  const columns = columnsOfAll(new Set(entries.map(({ row }) => row)), grid);
  const rows = rowsOfAll(new Set(entries.map(({ column }) => column)), grid);
  for (;;) {
    const row = worstOf(rows, columns, grid.rowSets);
    const column = worstOf(columns, rows, grid.columnSets);
    if (row.share === 1 && column.share === 1) break;
    if (row.share < column.share) deleteMember(rows, row.line);
    else deleteMember(columns, column.line);
  }
  const widest = columnsOfAll(membersOf(rows), grid);
  return { rows: membersOf(rowsOfAll(membersOf(widest), grid)), columns: membersOf(widest) };
}

function columnsOfAll(rows: Iterable<number>, { rowSets, columns }: Grid): BitSet {
  return sharedByAll(rows, rowSets, columns.length);
}

function rowsOfAll(columns: Iterable<number>, { columnSets, rows }: Grid): BitSet {
  return sharedByAll(columns, columnSets, rows.length);
}

function sharedByAll(lines: Iterable<number>, sets: readonly BitSet[], size: number): BitSet {
  let shared: BitSet | undefined;
  for (const line of lines) {
    const set = sets[line];
    if (shared === undefined) shared = set?.slice();
    else if (set !== undefined) keepShared(shared, set);
  }
  return shared ?? toBitSet([], size);
}

/** The line with the smallest share of entries among the others. */
function worstOf(lines: BitSet, others: BitSet, sets: readonly BitSet[]) {
  const size = countShared(others, others);
  let worst = { line: -1, share: 1 };
  for (const line of membersOf(lines)) {
    const share = countShared(sets[line] ?? others, others) / size;
    if (share < worst.share) worst = { line, share };
  }
  return worst;
}
