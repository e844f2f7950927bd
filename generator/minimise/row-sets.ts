/** A set of at most thirty rows, as bits. */
export type RowSet = number;

/** Returns the set of some rows. */
export function toRowSet(rows: readonly number[]): RowSet {
  return rows.reduce((set, row) => set | (1 << row), 0);
}

/** Returns the rows of a set, ascending. */
export function rowsIn(set: RowSet): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; set >> row !== 0; row += 1) if ((set >> row) & 1) rows.push(row);
  return rows;
}

/** Tells whether the other set has every row of a set. */
export function isWithin(inner: RowSet, outer: RowSet): boolean {
  return (inner & ~outer) === 0;
}

/** Returns every set of a set's rows that has the row, largest numbers first. */
export function subsetsWith(row: number, set: RowSet): readonly RowSet[] {
  const others = set & ~(1 << row);
  const subsets: RowSet[] = [];
  for (let rest = others; ; rest = (rest - 1) & others) {
    subsets.push(rest | (1 << row));
    if (rest === 0) return subsets;
  }
}

/** Returns what any of the sets have in common, each set once: the rows of the largest products. */
export function intersectionsOf(sets: readonly RowSet[]): readonly RowSet[] {
  const found = new Set<RowSet>();
  for (const set of sets) {
    for (const other of [...found]) found.add(other & set);
    found.add(set);
  }
  found.delete(0);
  return [...found].sort((left, right) => right - left);
}

/** Returns the places of the fewest sets that together are the whole, first ones first; empty where none are. */
export function fewestUniting(sets: readonly RowSet[], whole: RowSet): readonly number[] {
  let reached = new Map<RowSet, readonly number[]>([[0, []]]);
  for (let count = 0; count < sets.length; count += 1) {
    const next = new Map<RowSet, readonly number[]>();
    for (const [union, places] of reached) {
      for (const [place, set] of sets.entries()) {
        if (!isWithin(set, whole) || isWithin(set, union)) continue;
        if ((union | set) === whole) return [...places, place].sort((a, b) => a - b);
        if (!next.has(union | set)) next.set(union | set, [...places, place]);
      }
    }
    reached = next;
  }
  return [];
}
