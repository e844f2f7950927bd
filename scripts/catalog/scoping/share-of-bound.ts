import type { ScopingCount, ScopingKind } from './measure-scoping.ts';

/** Only what AWS answers tells these; they do not count. */
const answered: readonly ScopingKind[] = ['made', 'listed', 'answer'];

/** How many of the resources that a request can tell are bound. */
export interface BoundShare {
  readonly bound: number;
  readonly total: number;
  /** `bound` of `total`, 0 to 1. */
  readonly share: number;
}

/** Returns the share of bound resources among those that count. */
export function shareOfBound({ kinds }: Pick<ScopingCount, 'kinds'>): BoundShare {
  const bound = kinds.get('bound') ?? 0;
  const counting = [...kinds].filter(([kind]) => !answered.includes(kind));
  const total = counting.reduce((sum, [, count]) => sum + count, 0);
  return { bound, total, share: bound / total };
}
