import type { Product, Table } from './cover.ts';

/** Which entries a table has, and which of them no chosen product has yet. */
export interface OpenEntries {
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly (readonly number[])[];
  /** By row, then by column. */
  readonly marks: readonly Uint8Array[];
  /** How many entries no product has. */
  count: number;
}

// Marks of places: no entry, and an entry that a product has.
const noEntry = 0;
const closedEntry = 1;

/** Marks the place of an entry that no product has yet. */
export const openEntry = 2;

/** Returns the entries of a table, all open. `turned` is the table with rows and columns changed about. */
export function openEntriesOf({ columns }: Table, { columns: rows }: Table): OpenEntries {
  const marks = rows.map((own) => {
    const line = new Uint8Array(columns.length);
    for (const column of own) line[column] = openEntry;
    return line;
  });
  return { rows, columns, marks, count: rows.reduce((sum, own) => sum + own.length, 0) };
}

/** Closes the entries of a product. */
export function closeEntries(entries: OpenEntries, { rows, columns }: Product): void {
  for (const row of rows) {
    const line = entries.marks[row];
    if (line === undefined) continue;
    for (const column of columns) {
      if (line[column] === openEntry) entries.count -= 1;
      line[column] = closedEntry;
    }
  }
}

/** Returns how many entries of a product are open. */
export function countOpen({ marks }: OpenEntries, { rows, columns }: Product): number {
  let count = 0;
  for (const row of rows) {
    const line = marks[row];
    for (const column of columns) if (line?.[column] === openEntry) count += 1;
  }
  return count;
}

/** Returns the largest product that has some columns: all rows with entries in them, and all columns that those share. */
export function largestProductWith(
  { marks, columns }: OpenEntries,
  wanted: readonly number[],
): Product {
  const rows = [...marks.keys()].filter((row) => hasEntries(marks[row], wanted));
  const shared = [...columns.keys()].filter((column) =>
    rows.every((row) => marks[row]?.[column] !== noEntry),
  );
  return { rows, columns: shared };
}

/**
 * Returns the largest product around an open entry that has every open entry which can share a product with it;
 * undefined where no product has them all.
 */
export function onlyProductWith(
  entries: OpenEntries,
  row: number,
  column: number,
): Product | undefined {
  const { rows, columns, marks } = entries;
  const wanted = new Set<number>();
  const sharing: Uint8Array[] = [];
  for (const other of columns[column] ?? []) {
    const line = marks[other];
    const open = (rows[row] ?? []).filter((place) => line?.[place] === openEntry);
    if (line === undefined || open.length === 0) continue;
    sharing.push(line);
    for (const place of open) wanted.add(place);
  }
  const isProduct = sharing.every((line) => hasEntries(line, wanted));
  return isProduct ? largestProductWith(entries, [...wanted]) : undefined;
}

function hasEntries(line: Uint8Array | undefined, columns: Iterable<number>): boolean {
  for (const column of columns) if (line?.[column] === noEntry) return false;
  return true;
}
