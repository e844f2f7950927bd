/** A table as its lines of zeros and ones, and what naming a row or a column costs. */
export interface PlainTable {
  readonly lines: readonly (readonly boolean[])[];
  readonly rowWeights: readonly number[];
  readonly columnWeights: readonly number[];
}

/** How good a cover is. */
export interface CoverCost {
  readonly products: number;
  readonly weight: number;
}

/**
 * Finds the best cover of a small table by trying everything: every set of products, each of any rows and any columns all
 * of whose crossings are entries. Slow, plain, and without a line in common with the product.
 */
export function findBestCover(table: PlainTable): CoverCost {
  const { lines, columnWeights } = table;
  const entries = lines.flatMap((line, row) =>
    line.flatMap((has, column) => (has ? 1 << (row * columnWeights.length + column) : [])),
  );
  const all = entries.reduce((set, bit) => set | bit, 0);
  const rectangles = everyRectangle(table);
  let reached = new Map<number, number>([[0, 0]]);
  for (let products = 0; ; products += 1) {
    const weight = reached.get(all);
    if (weight !== undefined) return { products, weight };
    const next = new Map<number, number>();
    for (const [covered, cost] of reached) {
      const open = all & ~covered;
      const first = open & -open;
      // Some product has the first open entry, so only those need to be tried.
      for (const one of rectangles) {
        if ((one.entries & first) === 0) continue;
        const union = covered | one.entries;
        const sum = cost + one.weight;
        if (sum < (next.get(union) ?? Number.POSITIVE_INFINITY)) next.set(union, sum);
      }
    }
    reached = next;
  }
}

function everyRectangle({ lines, rowWeights, columnWeights }: PlainTable) {
  const rectangles: { readonly entries: number; readonly weight: number }[] = [];
  for (let rows = 1; rows < 1 << lines.length; rows += 1) {
    for (let columns = 1; columns < 1 << columnWeights.length; columns += 1) {
      let entries = 0;
      let isInside = true;
      for (const [row, line] of lines.entries()) {
        for (const [column, has] of line.entries()) {
          if (((rows >> row) & 1) === 0 || ((columns >> column) & 1) === 0) continue;
          if (has) entries |= 1 << (row * columnWeights.length + column);
          else isInside = false;
        }
      }
      const weight = sumOf(rows, rowWeights) + sumOf(columns, columnWeights);
      if (isInside) rectangles.push({ entries, weight });
    }
  }
  return rectangles;
}

function sumOf(set: number, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + (((set >> at) & 1) === 1 ? weight : 0), 0);
}
