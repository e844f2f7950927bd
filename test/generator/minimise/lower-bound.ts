import { type Table, transpose } from '../../../generator/minimise/cover.ts';

/**
 * Returns a number of products that no cover can go below: so many entries of which no two fit into one product, found by
 * taking entries that share products with few others first.
 */
export function findLowerBound(table: Table): number {
  const rows = transpose(table).columns;
  const sets = rows.map((columns) => new Set(columns));
  const entries = rows.flatMap((columns, row) =>
    columns.map((column) => ({ row, column, near: countNear(row, column) })),
  );
  const chosen: typeof entries = [];
  for (const entry of entries.sort((left, right) => left.near - right.near)) {
    const isApart = chosen.every(
      (other) => !has(entry.row, other.column) || !has(other.row, entry.column),
    );
    if (isApart) chosen.push(entry);
  }
  return chosen.length;

  function has(row: number, column: number): boolean {
    return sets[row]?.has(column) ?? false;
  }

  function countNear(row: number, column: number): number {
    const others = table.columns[column] ?? [];
    return others.reduce(
      (sum, other) => sum + (rows[row] ?? []).filter((place) => has(other, place)).length,
      0,
    );
  }
}
