import { isWithin, type RowSet, rowsIn } from './row-sets.ts';

/** What a search for covers looks at. */
export interface CoverSearch {
  /** The rows of each column, no two the same. */
  readonly columns: readonly RowSet[];
  /** So many row sets, at most, make a cover. */
  readonly count: number;
  /** Returns the row sets that may stand in a cover for a row of a column, in the order in which they are tried. */
  readonly candidates: (row: number, column: RowSet) => readonly RowSet[];
  /** Returns true where no cover that has these row sets is wanted. */
  readonly isHopeless: (chosen: readonly RowSet[]) => boolean;
  /** Takes a cover; returns true to end the search. */
  readonly accept: (cover: readonly RowSet[]) => boolean;
  readonly mostSteps: number;
}

/**
 * Finds every cover of so many row sets of which none could be left out: each column is the union of row sets within it.
 * Branches on an entry that no chosen set has, where the fewest sets can have it. A set that was tried for an entry is not
 * tried again beside its alternatives, since every cover that has it was found then. Returns false where there were more
 * steps to be done than allowed.
 */
export function searchCovers(search: CoverSearch): boolean {
  const { columns, count, isHopeless, accept } = search;
  const entries = entriesOf(search);
  const chosen: RowSet[] = [];
  const tried = new Set<RowSet>();
  let steps = 0;
  const visit = (covered: readonly RowSet[]): boolean => {
    const open = entries.find(({ row, column }) => (((covered[column] ?? 0) >> row) & 1) === 0);
    if (open === undefined) return accept(chosen);
    if (chosen.length === count) return false;
    const triedHere: RowSet[] = [];
    for (const set of open.candidates) {
      if (tried.has(set)) continue;
      steps += columns.length;
      if (steps > search.mostSteps) return true;
      chosen.push(set);
      const isOver = !isHopeless(chosen) && visit(withSet(covered, set, columns));
      chosen.pop();
      if (isOver) return true;
      tried.add(set);
      triedHere.push(set);
    }
    for (const set of triedHere) tried.delete(set);
    return false;
  };
  visit(columns.map(() => 0));
  return steps <= search.mostSteps;
}

/** Those with few candidates first: what must be chosen is, before what may be. */
function entriesOf({ columns, candidates }: CoverSearch) {
  return columns
    .flatMap((set, column) =>
      rowsIn(set).map((row) => ({ row, column, candidates: candidates(row, set) })),
    )
    .sort((left, right) => left.candidates.length - right.candidates.length);
}

function withSet(
  covered: readonly RowSet[],
  set: RowSet,
  columns: readonly RowSet[],
): readonly RowSet[] {
  return covered.map((rows, column) => (isWithin(set, columns[column] ?? 0) ? rows | set : rows));
}
