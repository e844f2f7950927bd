import type { ScopingCount, ScopingKind } from './measure-scoping.ts';
import { shareOfBound } from './share-of-bound.ts';

const explanations: readonly (readonly [ScopingKind, string])[] = [
  ['bound', 'every variable of the ARN is filled from the request'],
  ['made', 'the call makes the resource, and AWS gives its id'],
  ['listed', 'the call asks which resources there are'],
  ['answer', 'only an answer of AWS connects it with what the request names'],
  ['left out', 'the request could name it, and does not'],
  ['ambiguous', 'the value in the request may mean two things'],
  ['unknown', 'no rule and no alias tells which parameter says it'],
];

/** Renders how many resources of scopable actions are bound, and the variables that are open most often. */
export function renderScoping({ kinds, places }: ScopingCount): string {
  const count = (kind: ScopingKind) => kinds.get(kind) ?? 0;
  const { bound, total, share } = shareOfBound({ kinds });
  const all = [...kinds].reduce((sum, [kind, one]) => (kind === 'made' ? sum : sum + one), 0);
  const rows = explanations.map(
    ([kind, text]) => `  ${String(count(kind)).padStart(6)}  ${kind}: ${text}`,
  );
  const open = [...places]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([place, times]) => `  ${String(times).padStart(6)}  ${place}`);
  return [
    `resources of scopable actions: ${bound} of ${total} are bound, a share of ${share.toFixed(4)}`,
    `not counted: made, listed, answer; without made alone ${(count('bound') / all).toFixed(4)}`,
    ...rows,
    '',
    'open, by kind and variable',
    ...open,
  ].join('\n');
}
