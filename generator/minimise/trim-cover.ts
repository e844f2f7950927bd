import type { Product, Table } from './cover.ts';

/** Returns a cover without the rows and columns of products whose entries other products have too: heaviest first. */
export function trimCover(cover: readonly Product[], table: Table): readonly Product[] {
  const counts = table.rowWeights.map(() => new Uint16Array(table.columns.length));
  for (const { rows, columns } of cover) {
    for (const row of rows) for (const column of columns) add(counts, row, column, 1);
  }
  const drafts = cover.map(({ rows, columns }) => ({ rows: [...rows], columns: [...columns] }));
  for (const draft of drafts) {
    const lines = [
      ...draft.rows.map((row) => ({ row, weight: table.rowWeights[row] ?? 0 })),
      ...draft.columns.map((column) => ({ column, weight: table.columnWeights[column] ?? 0 })),
    ].sort((left, right) => right.weight - left.weight);
    for (const line of lines) {
      const rows = 'row' in line ? [line.row] : draft.rows;
      const columns = 'column' in line ? [line.column] : draft.columns;
      if (!areCoveredTwice(counts, rows, columns)) continue;
      for (const row of rows) for (const column of columns) add(counts, row, column, -1);
      if ('row' in line) draft.rows = draft.rows.filter((row) => row !== line.row);
      else draft.columns = draft.columns.filter((column) => column !== line.column);
    }
  }
  return drafts.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
}

function areCoveredTwice(
  counts: readonly Uint16Array[],
  rows: readonly number[],
  columns: readonly number[],
): boolean {
  return rows.every((row) => columns.every((column) => (counts[row]?.[column] ?? 0) > 1));
}

function add(counts: readonly Uint16Array[], row: number, column: number, by: number): void {
  const line = counts[row];
  if (line !== undefined) line[column] = (line[column] ?? 0) + by;
}
