import type { Product, Table } from './cover.ts';
import {
  closeEntries,
  countOpen,
  largestProductWith,
  type OpenEntries,
  onlyProductWith,
  openEntriesOf,
  openEntry,
} from './open-entries.ts';

/**
 * Returns products chosen one after the other. First those that leave no choice: the largest around an entry, where
 * whatever can share a product with the entry and is in none yet lies in that one. Such entries need a product each, so
 * a cover of such products alone has the fewest. Where there is no such entry, the product with the most entries that
 * are in none yet, among the largest that hold a row, a column or what two rows share.
 * Undefined where it would take more than `mostSteps`.
 */
export function coverByMostEntries(
  table: Table,
  turned: Table,
  mostSteps: number,
): readonly Product[] | undefined {
  const entries = openEntriesOf(table, turned);
  const seeds = entries.rows.length ** 2 + entries.columns.length;
  if (seeds * entries.count > mostSteps) return undefined;
  const chosen: Product[] = [];
  let candidates: readonly Product[] | undefined;
  while (entries.count > 0) {
    const forced = takeForced(entries);
    chosen.push(...forced);
    if (forced.length > 0) continue;
    candidates ??= candidatesOf(entries);
    chosen.push(takeLargest(candidates, entries));
  }
  return chosen;
}

/** Goes through the entries once and takes the product of each that leaves no choice. */
function takeForced(entries: OpenEntries): readonly Product[] {
  const taken: Product[] = [];
  for (const [row, own] of entries.rows.entries()) {
    for (const column of own) {
      if (entries.marks[row]?.[column] !== openEntry) continue;
      const product = onlyProductWith(entries, row, column);
      if (product === undefined) continue;
      closeEntries(entries, product);
      taken.push(product);
    }
  }
  return taken;
}

function takeLargest(candidates: readonly Product[], entries: OpenEntries): Product {
  let best: Product = { rows: [], columns: [] };
  let most = 0;
  for (const candidate of candidates) {
    const count = countOpen(entries, candidate);
    if (count > most) [best, most] = [candidate, count];
  }
  closeEntries(entries, best);
  return best;
}

/** The largest products around each seed, each once. */
function candidatesOf(entries: OpenEntries): readonly Product[] {
  const { rows, columns } = entries;
  const seeds: (readonly number[])[] = [...rows, ...columns.map((_, column) => [column])];
  for (const [at, left] of rows.entries()) {
    const set = new Set(left);
    for (const right of rows.slice(at + 1)) {
      const shared = right.filter((column) => set.has(column));
      if (shared.length > 0) seeds.push(shared);
    }
  }
  const products = new Map<string, Product>();
  for (const seed of seeds) {
    const product = largestProductWith(entries, seed);
    products.set(product.rows.join(' '), product);
  }
  return [...products.values()];
}
