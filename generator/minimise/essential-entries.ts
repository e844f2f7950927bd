import { type BitSet, isSubset } from './bit-set.ts';
import type { Grid } from './grid.ts';
import type { Steps } from './steps.ts';

/** An entry of a table. */
export interface Entry {
  readonly row: number;
  readonly column: number;
}

/**
 * Returns the entries of which it is enough to take care: a cover of these by largest products (formal concepts) is one of
 * all. An entry goes without saying where some other row of its column has entries only where its own row has them: the
 * largest products around the entry of that other row hold this one too. Likewise with a column of its row. What is left
 * is known as the essential entries of a Boolean matrix. Undefined where it would take more steps than are left.
 */
export function essentialEntriesOf(
  { rows, rowSets, columns, columnSets }: Grid,
  steps: Steps,
): readonly Entry[] | undefined {
  const leastColumns = leastOf(rows, columns, columnSets, steps);
  const leastRows = leastOf(columns, rows, rowSets, steps);
  if (steps.left < 0) return undefined;
  const rowsOf = leastRows.map((least) => new Set(least));
  return leastColumns.flatMap((least, row) =>
    least.flatMap((column) => (rowsOf[column]?.has(row) ? { row, column } : [])),
  );
}

/** For each list of lines those, ascending, that hold no other of the list; of equal ones the first. */
function leastOf(
  lists: readonly (readonly number[])[],
  lines: readonly (readonly number[])[],
  sets: readonly BitSet[],
  steps: Steps,
): readonly (readonly number[])[] {
  const sizeOf = (line: number) => lines[line]?.length ?? 0;
  return lists.map((list) => {
    const least: number[] = [];
    const found: BitSet[] = [];
    for (const line of [...list].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)) {
      const set = sets[line];
      if (set === undefined || steps.left < 0) continue;
      steps.left -= (found.length + 1) * set.length;
      if (found.some((other) => isSubset(other, set))) continue;
      least.push(line);
      found.push(set);
    }
    return least.sort((a, b) => a - b);
  });
}
