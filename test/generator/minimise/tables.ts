import fc from 'fast-check';
import { type Product, type Table, transpose } from '../../../generator/minimise/cover.ts';

/** Returns a table by what each of its columns holds; columns that hold the same are one. */
export function tableOf(columns: readonly (readonly number[])[], rows: number): Table {
  const distinct = new Map(
    columns
      .filter((members) => members.length > 0)
      .map((members) => [...new Set(members)].sort((left, right) => left - right))
      .map((members) => [members.join(' '), members]),
  );
  return {
    columns: [...distinct.values()],
    rowWeights: Array.from({ length: rows }, (_, row) => 15 + (row % 7)),
    columnWeights: [...distinct.keys()].map((_, column) => 40 + (column % 11)),
  };
}

/** Tables of any shape, up to a number of rows and columns. */
export function anyTable(mostRows: number, mostColumns: number): fc.Arbitrary<Table> {
  return fc.integer({ min: 1, max: mostRows }).chain((rows) =>
    fc
      .array(fc.uniqueArray(fc.nat(rows - 1), { minLength: 1, maxLength: rows }), {
        minLength: 1,
        maxLength: mostColumns,
      })
      .map((columns) => tableOf(columns, rows)),
  );
}

/**
 * Tables as programs make them: a program does a few things, each with some actions, and a resource sees one or some of
 * these things.
 */
export function tableOfHabits(
  {
    actions,
    habits,
    resources,
    most,
  }: Readonly<Record<'actions' | 'habits' | 'resources' | 'most', number>>,
  below: (limit: number) => number,
): Table {
  const list = <Item>(length: number, item: () => Item) => Array.from({ length }, item);
  const known = list(habits, () => list(1 + below(5), () => below(actions)));
  const seen = list(resources, () =>
    list(1 + below(most), () => known[below(habits)] ?? []).flat(),
  );
  return tableOf(seen, actions);
}

/** Returns the entries of a table, or of a cover, sorted. */
export function entriesOf(products: readonly Product[]): readonly string[] {
  const entries = products.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${row} ${column}`)),
  );
  return [...new Set(entries)].sort();
}

/** Returns the products that a table is, row by row. */
export function plainCover(table: Table): readonly Product[] {
  return transpose(table)
    .columns.map((columns, row) => ({ rows: [row], columns }))
    .filter(({ columns }) => columns.length > 0);
}
