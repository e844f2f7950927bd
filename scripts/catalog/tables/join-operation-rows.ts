import type { OperationRow } from './operation-actions/row.ts';

/** Rows by service id and operation. */
export type OperationRows = Readonly<Record<string, Readonly<Record<string, OperationRow>>>>;

/** Joins tables that may have rows of the same service. Throws where two have a row for the same operation. */
export function joinOperationRows(...tables: readonly OperationRows[]): OperationRows {
  const joined: Record<string, Record<string, OperationRow>> = {};
  for (const [service, rows] of tables.flatMap((table) => Object.entries(table))) {
    const known = joined[service] ?? {};
    for (const [operation, row] of Object.entries(rows)) {
      if (known[operation] !== undefined) throw new Error(`two rows: ${service} ${operation}`);
      known[operation] = row;
    }
    joined[service] = known;
  }
  return joined;
}
