import { type Table, transpose } from '../../../generator/minimise/cover.ts';
import { type Entry, findFractionalBound } from './fractional-cover.ts';

/** Beyond so many entries of a part, the fractional bound takes too long for a test. */
const mostEntries = 260;

/**
 * Returns a number of products that no cover of a table can go below. Entries are left out that others speak for; the
 * bounds of those parts of the rest that cannot share a product are added. Each is the fractional bound, rounded up, or
 * where a part is large the number of entries of which no two fit one product. A search ends early with `enough`.
 */
export function findLowerBound(table: Table, enough = Number.POSITIVE_INFINITY): number {
  const rows = transpose(table).columns;
  const sets = rows.map((columns) => new Set(columns));
  const has = (row: number, column: number) => sets[row]?.has(column) ?? false;
  const entries = essentialOf(table.columns, rows);
  const near = entries.map((one) =>
    toBits(entries, (other) => has(one.row, other.column) && has(other.row, one.column)),
  );
  const parts = partsOf(near);
  const independent = parts.map((part) => countIndependent(part, near));
  const rest = independent.reduce((sum, count) => sum + count, 0);
  return parts.reduce((sum, part, at) => {
    const least = independent[at] ?? 0;
    if (sum >= enough || part.length === 1 || part.length > mostEntries) return sum;
    const own = part.flatMap((place) => entries[place] ?? []);
    const bound = findFractionalBound(own, has, enough - sum + least);
    return sum + Math.max(0, Math.ceil(bound - 1e-6) - least);
  }, rest);
}

/** Without entries that are in every largest product around another entry of their row or column. */
function essentialOf(
  columns: readonly (readonly number[])[],
  rows: readonly (readonly number[])[],
): readonly Entry[] {
  const rowLists = rows.map((list) => new Set(list));
  const columnLists = columns.map((list) => new Set(list));
  const isLess = (lists: readonly ReadonlySet<number>[], inner: number, outer: number) => {
    const [small, large] = [lists[inner], lists[outer]];
    if (small === undefined || large === undefined || inner === outer) return false;
    if (small.size > large.size || (small.size === large.size && inner > outer)) return false;
    return [...small].every((one) => large.has(one));
  };
  return rows.flatMap((own, row) =>
    own
      .filter((column) => !(columns[column] ?? []).some((other) => isLess(rowLists, other, row)))
      .filter((column) => !own.some((other) => isLess(columnLists, other, column)))
      .map((column) => ({ row, column })),
  );
}

/** The places of the entries of which each list can share no product with the others; without those others speak for. */
function partsOf(near: readonly bigint[]): readonly (readonly number[])[] {
  let alive = (1n << BigInt(near.length)) - 1n;
  for (let before = 0n; before !== alive; ) {
    before = alive;
    for (const [place, own] of near.entries()) {
      if (((alive >> BigInt(place)) & 1n) === 0n) continue;
      for (const [other, others] of near.entries()) {
        const bit = 1n << BigInt(other);
        if (other === place || (own & alive & bit) === 0n || (own & alive & ~others) !== 0n)
          continue;
        alive &= ~bit;
      }
    }
  }
  const parts: number[][] = [];
  for (let open = alive; open !== 0n; ) {
    let part = open & -open;
    for (let before = 0n; before !== part; ) {
      before = part;
      for (const place of placesOf(part, near.length)) part |= (near[place] ?? 0n) & alive;
    }
    open &= ~part;
    parts.push(placesOf(part, near.length));
  }
  return parts;
}

function countIndependent(part: readonly number[], near: readonly bigint[]): number {
  const within = toBitsOf(part);
  const degree = (place: number) => placesOf((near[place] ?? 0n) & within, near.length).length;
  let open = within;
  let count = 0;
  const byDegree = part.map((place) => ({ place, degree: degree(place) }));
  for (const { place } of byDegree.sort((left, right) => left.degree - right.degree)) {
    if (((open >> BigInt(place)) & 1n) === 0n) continue;
    open &= ~(near[place] ?? 0n);
    count += 1;
  }
  return count;
}

function toBits(entries: readonly Entry[], isIn: (entry: Entry) => boolean): bigint {
  return toBitsOf(entries.flatMap((entry, place) => (isIn(entry) ? place : [])));
}

function toBitsOf(places: readonly number[]): bigint {
  return places.reduce((bits, place) => bits | (1n << BigInt(place)), 0n);
}

function placesOf(bits: bigint, size: number): number[] {
  return Array.from({ length: size }, (_, place) => place).filter(
    (place) => ((bits >> BigInt(place)) & 1n) === 1n,
  );
}
