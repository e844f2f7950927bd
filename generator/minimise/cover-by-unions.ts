import type { Product, Table } from './cover.ts';

/**
 * Returns one product for each column whose rows are not those of other columns together; a column whose rows are stands
 * in the products of the others. Takes time by the square of the columns; undefined where that is more than `mostSteps`.
 */
export function coverByUnions(
  { columns }: Table,
  mostSteps: number,
): readonly Product[] | undefined {
  const entries = columns.reduce((sum, rows) => sum + rows.length, 0);
  if (columns.length * entries > mostSteps) return undefined;
  const sets = columns.map((rows) => new Set(rows));
  const within = columns.map((_, column) =>
    columns.flatMap((rows, other) =>
      other !== column &&
      rows.length < (columns[column]?.length ?? 0) &&
      isWithin(rows, sets[column])
        ? other
        : [],
    ),
  );
  const unions = columns.map((rows, column) => chooseUnion(rows, within[column] ?? [], columns));
  const members = new Map<number, number[]>();
  for (const [column, union] of unions.entries())
    if (union === undefined) members.set(column, [column]);
  for (const [column, union] of unions.entries()) {
    if (union === undefined) continue;
    const own = (within[column] ?? []).filter((other) => members.has(other));
    const chosen = chooseUnion(columns[column] ?? [], own, columns) ?? [];
    for (const other of chosen) members.get(other)?.push(column);
  }
  return [...members].map(([column, standing]) => ({
    rows: columns[column] ?? [],
    columns: standing.sort((left, right) => left - right),
  }));
}

/** Returns few of the others that together have all the rows; undefined where all of them do not. */
function chooseUnion(
  rows: readonly number[],
  others: readonly number[],
  columns: readonly (readonly number[])[],
): readonly number[] | undefined {
  const missing = new Set(rows);
  const chosen: number[] = [];
  while (missing.size > 0) {
    let best: number | undefined;
    let most = 0;
    for (const other of others) {
      const gain = (columns[other] ?? []).filter((row) => missing.has(row)).length;
      if (gain > most) [best, most] = [other, gain];
    }
    if (best === undefined) return undefined;
    chosen.push(best);
    for (const row of columns[best] ?? []) missing.delete(row);
  }
  return chosen;
}

function isWithin(rows: readonly number[], set: ReadonlySet<number> | undefined): boolean {
  return rows.every((row) => set?.has(row));
}
