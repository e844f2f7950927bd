import type { Product, Table } from './cover.ts';

/** So many rows are searched through in full; one more would take a hundred times as long. */
export const mostExactRows = 4;

/**
 * Returns the fewest products that cover a table of at most `mostExactRows` rows, and of those the ones with the least
 * weight. Every choice of row sets is tried; the columns then follow: each stands in the fewest products that together
 * have all its rows.
 */
export function coverExactly({ columns, rowWeights, columnWeights }: Table): readonly Product[] {
  const masks = columns.map((rows) => rows.reduce((mask, row) => mask | (1 << row), 0));
  const candidates = rowSetsWithin(masks, rowWeights.length);
  for (let count = 1; count <= rowWeights.length; count += 1) {
    let best: { readonly chosen: readonly number[]; readonly weight: number } | undefined;
    for (const chosen of choose(candidates, count)) {
      const weight = weigh(chosen, masks, rowWeights, columnWeights);
      if (weight !== undefined && (best === undefined || weight < best.weight)) {
        best = { chosen, weight };
      }
    }
    if (best !== undefined) return toProducts(best.chosen, masks);
  }
  return [];
}

/** Every set of rows that some column has, and no other could stand in a product. */
function rowSetsWithin(masks: readonly number[], rows: number): readonly number[] {
  const sets: number[] = [];
  for (let set = 1; set < 1 << rows; set += 1) {
    if (masks.some((mask) => (set & mask) === set)) sets.push(set);
  }
  return sets;
}

function* choose(sets: readonly number[], count: number, from = 0): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= sets.length - count; at += 1) {
    for (const rest of choose(sets, count - 1, at + 1)) yield [sets[at] ?? 0, ...rest];
  }
}

/** Returns the least weight with these row sets; undefined where they cannot cover the table. */
function weigh(
  chosen: readonly number[],
  masks: readonly number[],
  rowWeights: readonly number[],
  columnWeights: readonly number[],
): number | undefined {
  let weight = 0;
  for (const [column, mask] of masks.entries()) {
    const products = fewestProducts(chosen, mask);
    if (products === undefined) return undefined;
    weight += bitsOf(products).length * (columnWeights[column] ?? 0);
  }
  for (const set of chosen) for (const row of bitsOf(set)) weight += rowWeights[row] ?? 0;
  return weight;
}

/** Returns which of the row sets, the fewest, have all rows of a column and no others: as bits. */
function fewestProducts(chosen: readonly number[], mask: number): number | undefined {
  let best: number | undefined;
  for (let subset = 1; subset < 1 << chosen.length; subset += 1) {
    let union = 0;
    for (const at of bitsOf(subset)) union |= chosen[at] ?? 0;
    if (union !== mask) continue;
    if (best === undefined || bitsOf(subset).length < bitsOf(best).length) best = subset;
  }
  return best;
}

function toProducts(chosen: readonly number[], masks: readonly number[]): readonly Product[] {
  const columns: number[][] = chosen.map(() => []);
  for (const [column, mask] of masks.entries()) {
    for (const at of bitsOf(fewestProducts(chosen, mask) ?? 0)) columns[at]?.push(column);
  }
  return chosen.map((set, at) => ({ rows: bitsOf(set), columns: columns[at] ?? [] }));
}

function bitsOf(mask: number): readonly number[] {
  return bits[mask] ?? [];
}

const bits = Array.from({ length: 1 << mostExactRows }, (_, mask) =>
  Array.from({ length: mostExactRows }, (__, at) => at).filter((at) => (mask >> at) & 1),
);
