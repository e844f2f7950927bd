import type { GeneratedPolicy } from '../generator/generate-policy.ts';
import { plural } from './plural.ts';

const mostWildcards = 8;

/** Returns what is to be said of a policy besides the policy itself: its size, and each wildcard with its reason. */
export function describePolicy({ document, explanations }: GeneratedPolicy): readonly string[] {
  if (document === null) {
    return [
      'leastgrant: no recorded call needs a permission; the policy is empty, and IAM accepts none without statements',
    ];
  }
  const wildcards = explanations.flatMap((one) => one.wildcards);
  const distinct = [...new Set(wildcards.map(({ resource, reason }) => `${resource}: ${reason}`))];
  const rest = distinct.length - mostWildcards;
  return [
    `leastgrant: a policy of ${plural(document.Statement.length, 'statement')}, ${plural(distinct.length, 'wildcard')}`,
    ...distinct.slice(0, mostWildcards).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${plural(rest, 'wildcard')} more`] : []),
  ];
}
