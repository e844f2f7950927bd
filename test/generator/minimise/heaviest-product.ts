/** A product by its rows and columns, and the sum of the weights of its entries. */
export interface WeighedProduct {
  readonly weight: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Finds the heaviest product of a relation, of those heavier than `floor`: branch and bound on the rows. `weights[row]` has
 * a number for each column, not below zero, and `has` tells where the relation has an entry. What it returns has no rows
 * where no product is heavier than the floor; undefined where it would look at more than `mostNodes` sets of rows.
 */
export function findHeaviestProduct(
  weights: readonly (readonly number[])[],
  has: (row: number, column: number) => boolean,
  floor: number,
  mostNodes: number,
): WeighedProduct | undefined {
  let best: WeighedProduct = { weight: floor, rows: [], columns: [] };
  let nodes = 0;
  const weightIn = (row: number, columns: readonly number[]) =>
    columns.reduce((sum, column) => sum + (weights[row]?.[column] ?? 0), 0);

  const visit = (
    chosen: readonly number[],
    open: readonly number[],
    columns: readonly number[],
  ) => {
    nodes += 1;
    if (nodes > mostNodes) return;
    const rows = [...chosen];
    const others: { row: number; gain: number; gaps: readonly number[] }[] = [];
    for (const row of open) {
      const gaps = columns.filter((column) => !has(row, column));
      const gain = weightIn(
        row,
        columns.filter((column) => !gaps.includes(column)),
      );
      if (gaps.length === 0) rows.push(row);
      else if (gain > 0) others.push({ row, gain, gaps });
    }
    const own = rows.reduce((sum, row) => sum + weightIn(row, columns), 0);
    const most = others.reduce((sum, { gain }) => sum + gain, own);
    if (own > best.weight) best = { weight: own, rows, columns };
    // The row that is dear to take as well as to leave.
    let branch: { row: number; loss: number; gain: number } | undefined;
    const all = [...rows, ...others.map(({ row }) => row)];
    for (const { row, gain, gaps } of others) {
      const loss = gaps.reduce(
        (sum, column) =>
          all.reduce((part, one) => part + (has(one, column) ? weightIn(one, [column]) : 0), sum),
        0,
      );
      if (branch === undefined || Math.min(loss, gain) > Math.min(branch.loss, branch.gain)) {
        branch = { row, loss, gain };
      }
    }
    if (branch === undefined) return;
    const { row, loss, gain } = branch;
    const rest = others.flatMap((other) => (other.row === row ? [] : other.row));
    if (most - loss > best.weight) {
      visit(
        [...rows, row],
        rest,
        columns.filter((column) => has(row, column)),
      );
    }
    if (most - gain > best.weight) visit(rows, rest, columns);
  };
  const columns = [...(weights[0]?.keys() ?? [])];
  visit([], [...weights.keys()], columns);
  return nodes > mostNodes ? undefined : best;
}
