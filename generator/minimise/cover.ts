/**
 * A table to be covered by products: `rows[column]` are the rows that have an entry in it. Rows and columns are actions
 * and resources, whichever way round; the weights are the characters that naming one costs.
 */
export interface Table {
  readonly columns: readonly (readonly number[])[];
  readonly rowWeights: readonly number[];
  readonly columnWeights: readonly number[];
}

/** A product of rows and columns, all of whose entries are in the table. Both ascending. */
export interface Product {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Returns the table with rows and columns changed about. */
export function transpose({ columns, rowWeights, columnWeights }: Table): Table {
  const rows: number[][] = rowWeights.map(() => []);
  for (const [column, members] of columns.entries()) {
    for (const row of members) rows[row]?.push(column);
  }
  return { columns: rows, rowWeights: columnWeights, columnWeights: rowWeights };
}

/** Returns products with rows and columns changed about. */
export function transposeProducts(products: readonly Product[]): readonly Product[] {
  return products.map(({ rows, columns }) => ({ rows: columns, columns: rows }));
}

/** Returns what naming the rows and columns of all products costs. */
export function weightOf(
  products: readonly Product[],
  { rowWeights, columnWeights }: Table,
): number {
  let weight = 0;
  for (const { rows, columns } of products) {
    for (const row of rows) weight += rowWeights[row] ?? 0;
    for (const column of columns) weight += columnWeights[column] ?? 0;
  }
  return weight;
}
