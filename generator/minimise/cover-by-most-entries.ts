import type { Product, Table } from './cover.ts';

/**
 * Returns products chosen one after the other, each the one with the most entries that none before it has. The choice is
 * among the largest products that hold a row, a column or what two rows share. Undefined where it would take more than
 * `mostSteps`.
 */
export function coverByMostEntries(
  table: Table,
  turned: Table,
  mostSteps: number,
): readonly Product[] | undefined {
  const rows = turned.columns;
  const entries = rows.reduce((sum, columns) => sum + columns.length, 0);
  const seeds = rows.length ** 2 + table.columns.length;
  if (seeds * entries > mostSteps) return undefined;
  const candidates = candidatesOf(table, rows);
  const uncovered = new Set(
    table.columns.flatMap((members, column) => members.map((row) => entryOf(row, column))),
  );
  const chosen: Product[] = [];
  while (uncovered.size > 0) {
    let best: Product | undefined;
    let most = 0;
    for (const candidate of candidates) {
      const gain = countUncovered(candidate, uncovered);
      if (gain > most) [best, most] = [candidate, gain];
    }
    if (best === undefined) return undefined;
    chosen.push(best);
    for (const row of best.rows) {
      for (const column of best.columns) uncovered.delete(entryOf(row, column));
    }
  }
  return chosen;
}

/** The largest products around each seed, each once. */
function candidatesOf(table: Table, rows: readonly (readonly number[])[]): readonly Product[] {
  const seeds: (readonly number[])[] = [...rows];
  for (const members of table.columns) {
    seeds.push(columnsWithAll(members, table.columns));
  }
  for (const [at, left] of rows.entries()) {
    const set = new Set(left);
    for (const right of rows.slice(at + 1)) {
      seeds.push(right.filter((column) => set.has(column)));
    }
  }
  const products = new Map<string, Product>();
  for (const columns of seeds) {
    if (columns.length === 0) continue;
    const set = new Set(columns);
    const members = rows.flatMap((own, row) =>
      own.filter((column) => set.has(column)).length === columns.length ? row : [],
    );
    const id = members.join(' ');
    if (!products.has(id)) {
      products.set(id, { rows: members, columns: columnsWithAll(members, table.columns) });
    }
  }
  return [...products.values()];
}

function columnsWithAll(
  rows: readonly number[],
  columns: readonly (readonly number[])[],
): readonly number[] {
  return columns.flatMap((members, column) =>
    rows.every((row) => members.includes(row)) ? column : [],
  );
}

function countUncovered({ rows, columns }: Product, uncovered: ReadonlySet<number>): number {
  let count = 0;
  for (const row of rows) {
    for (const column of columns) if (uncovered.has(entryOf(row, column))) count += 1;
  }
  return count;
}

function entryOf(row: number, column: number): number {
  return row * 2 ** 26 + column;
}
