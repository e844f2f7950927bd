import type { PolicyTarget } from '../generator/split/policy-limits.ts';
import { listNames } from './describe-calls.ts';
import { describeEscalations } from './describe-escalations.ts';
import { plural } from './plural.ts';
import type { PolicyOfCalls } from './policy-of-calls.ts';

const mostWildcards = 8;

/** Returns what is to be said of a policy besides the policy itself: its size, what it lacks, its wildcards and why. */
export function describePolicy({
  documents,
  sizes,
  target,
  warnings,
  unmapped,
}: PolicyOfCalls): readonly string[] {
  const wildcards = documents.flatMap(({ explanations }) =>
    explanations.flatMap((one) => one.wildcards),
  );
  const statements = documents.flatMap(({ document }) => document.Statement);
  const distinct = [...new Set(wildcards.map(({ resource, reason }) => `${resource}: ${reason}`))];
  const rest = distinct.length - mostWildcards;
  return [
    documents.length === 0
      ? 'leastgrant: no recorded call needs a permission; the policy is empty, and IAM takes none without statements'
      : `leastgrant: a policy of ${plural(statements.length, 'statement')}${describeSize(sizes, target)}`,
    ...warnings.map((warning) => `  ${warning}`),
    ...describeEscalations(documents),
    ...(unmapped.length === 0
      ? []
      : [`  no action is known for, missing from the policy: ${listNames(unmapped)}`]),
    ...distinct.slice(0, mostWildcards).map((line) => `  wildcard ${line}`),
    ...(rest > 0 ? [`  and ${plural(rest, 'wildcard')} more`] : []),
  ];
}

/** One document within its limit is not worth a word. */
function describeSize(sizes: readonly number[], target: PolicyTarget): string {
  if (sizes.length < 2) return '';
  const kind = target === 'managed' ? 'managed' : 'inline';
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const count = sizes.length.toLocaleString('en-US');
  return `, in ${count} ${kind} policies to attach, of at most ${largest.toLocaleString('en-US')} characters`;
}
