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
  const known = list(habits, () => list(1 + below(5), () => below(actions)));
  const seen = list(resources, () =>
    list(1 + below(most), () => known[below(habits)] ?? []).flat(),
  );
  return tableOf(seen, actions);
}

/** Tables that are some products thrown at random over 3 to 25 rows and 3 to 60 columns, each of up to a share of these. */
export function tableOfProducts(
  shares: Readonly<Record<'rows' | 'columns', number>>,
  below: (limit: number) => number,
): Table {
  const rows = 3 + below(23);
  const seen: number[][] = list(3 + below(58), () => []);
  const some = (of: number, share: number) =>
    list(1 + below(Math.ceil(of * share)), () => below(of));
  for (let left = 2 + below(Math.ceil(rows * 0.8)); left > 0; left -= 1) {
    const own = some(rows, shares.rows);
    for (const column of some(seen.length, shares.columns)) seen[column]?.push(...own);
  }
  return tableOf(seen, rows);
}

/** A table that is forty products, each of some of sixty rows and some of a thousand columns. */
export function rectangles(below: (limit: number) => number) {
  const products = 40;
  const seen: number[][] = list(1000, () => []);
  for (let left = products; left > 0; left -= 1) {
    const own = list(2 + below(10), () => below(60));
    for (const column of list(20 + below(150), () => below(1000))) seen[column]?.push(...own);
  }
  return { products, table: tableOf(seen, 60) };
}

function list<Item>(length: number, item: () => Item): Item[] {
  return Array.from({ length }, item);
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
