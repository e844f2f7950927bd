import { findHeaviestProduct } from './heaviest-product.ts';

/** An entry of a table. */
export interface Entry {
  readonly row: number;
  readonly column: number;
}

// Beyond these the bound is what has been shown until then.
const mostPivots = 6_000;
const mostNodes = 20_000;
const slack = 1e-7;

/**
 * Returns a number that no cover of the entries by products of a relation can go below, close to the fewest if products
 * could be taken in fractions. Found by the simplex method with column generation, and certified without it: where the
 * entries have weights, a cover has at least the sum of all weights divided by the weight of the heaviest product (Farley's
 * bound). So whatever the simplex method rounds, and wherever it stops, the number holds.
 */
export function findFractionalBound(
  entries: readonly Entry[],
  has: (row: number, column: number) => boolean,
  enough: number,
): number {
  const basis = createBasis(entries.length);
  const rows = [...new Set(entries.map(({ row }) => row))];
  const columns = [...new Set(entries.map(({ column }) => column))];
  const places = new Map(
    entries.map(({ row, column }, place) => [
      `${rows.indexOf(row)} ${columns.indexOf(column)}`,
      place,
    ]),
  );
  const hasEntry = (row: number, column: number) => has(rows[row] ?? 0, columns[column] ?? 0);
  const generated: (readonly number[])[] = [];
  let bound = 0;
  for (;;) {
    basis.optimise(generated);
    const prices = basis.prices();
    const weights = rows.map((_, row) =>
      columns.map((__, column) => Math.max(0, prices[places.get(`${row} ${column}`) ?? -1] ?? 0)),
    );
    const heaviest = findHeaviestProduct(weights, hasEntry, 1, mostNodes);
    if (heaviest === undefined) return bound;
    const sum = weights.flat().reduce((total, weight) => total + weight, 0);
    bound = Math.max(bound, sum / heaviest.weight);
    const isDone = heaviest.weight < 1 + 1e-6 || basis.pivots() > mostPivots;
    if (isDone || Math.ceil(bound - 1e-6) >= enough) return bound;
    generated.push(
      heaviest.rows.flatMap((row) =>
        heaviest.columns.flatMap((column) => places.get(`${row} ${column}`) ?? []),
      ),
    );
  }
}

/** The basis of a covering program, at first a product for each entry; as the inverse of its matrix. */
function createBasis(size: number) {
  const inverse = Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: size }, (__, other) => (at === other ? 1 : 0)),
  );
  // Slightly different amounts, lest many ways are equally good and the method turns in circles.
  const amounts = Float64Array.from({ length: size }, (_, at) => 1 + ((at * 7919) % 1009) * 1e-6);
  const prices = new Float64Array(size).fill(1);
  let pivots = 0;

  const enter = (direction: Float64Array, reduced: number): boolean => {
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < size; at += 1) {
      const ratio = (amounts[at] ?? 0) / (direction[at] ?? 0);
      if ((direction[at] ?? 0) > 1e-9 && ratio < least) [leaving, least] = [at, ratio];
    }
    const line = inverse[leaving];
    if (line === undefined) return false;
    const pivot = direction[leaving] ?? 1;
    for (let at = 0; at < size; at += 1) line[at] = (line[at] ?? 0) / pivot;
    for (const [other, target] of inverse.entries()) {
      const factor = direction[other] ?? 0;
      if (other === leaving || factor === 0) continue;
      for (let at = 0; at < size; at += 1)
        target[at] = (target[at] ?? 0) - factor * (line[at] ?? 0);
      amounts[other] = Math.max(0, (amounts[other] ?? 0) - factor * least);
    }
    for (let at = 0; at < size; at += 1) prices[at] = (prices[at] ?? 0) + reduced * (line[at] ?? 0);
    amounts[leaving] = least;
    pivots += 1;
    return true;
  };

  return {
    prices: () => prices,
    pivots: () => pivots,
    /** Pivots until no product and no surplus makes the cover smaller. */
    optimise(products: readonly (readonly number[])[]) {
      while (pivots <= mostPivots) {
        let most = slack;
        let entering: readonly number[] = [];
        let sign = 1;
        for (const [place, price] of prices.entries()) {
          if (-price > most) [most, entering, sign] = [-price, [place], -1];
        }
        for (const product of products) {
          const gain = product.reduce((sum, place) => sum + (prices[place] ?? 0), -1);
          if (gain > most) [most, entering, sign] = [gain, product, 1];
        }
        const direction = Float64Array.from(inverse, (line) =>
          entering.reduce((sum, place) => sum + sign * (line[place] ?? 0), 0),
        );
        if (entering.length === 0 || !enter(direction, -most)) return;
      }
    },
  };
}
