import type { StatementExplanation } from '../generator/explanation.ts';
import {
  describeRules,
  type Generalisation,
  type NarrowRule,
  partBehind,
} from '../generator/narrow/generalisation.ts';
import { listNames } from './describe-calls.ts';
import { plural } from './plural.ts';

const mostWildcards = 8;
const longestPart = 48;

/**
 * Returns a line for each wildcard of a policy, those that cover most first: what it stands for, from how many recorded
 * values, and a few of these. Then those that were recorded, because nobody can know what stood in their place.
 */
export function describeWildcards(
  generalisations: readonly Generalisation[],
  explanations: readonly StatementExplanation[],
): readonly string[] {
  const byResource = new Map<string, Generalisation[]>();
  for (const one of generalisations) {
    byResource.set(one.resource, [...(byResource.get(one.resource) ?? []), one]);
  }
  const made = [...byResource.values()]
    .sort((left, right) => widthOf(right) - widthOf(left))
    .map(describeWildcard);
  const recorded = explanations
    .flatMap(({ wildcards }) => wildcards)
    .filter(({ resource }) => !byResource.has(resource))
    .map(({ resource, reason }) => `${resource}: ${reason}`);
  const lines = [...made, ...new Set(recorded)];
  const rest = lines.length - mostWildcards;
  return [
    ...lines.slice(0, mostWildcards).map((line) => `  wildcard ${line}`),
    ...(rest > 0
      ? [`  and ${plural(rest, 'wildcard')} more; \`leastgrant explain\` has them all`]
      : []),
  ];
}

/** The wildcards of one resource are told as one, by the action that has most behind it. */
function describeWildcard(same: readonly Generalisation[]): string {
  const [most] = [...same].sort((left, right) => right.recorded - left.recorded);
  if (most === undefined) return '';
  const { resource, recorded, rules, examples } = most;
  const parts = [...new Set(examples.map((example) => shorten(partBehind(resource, example))))];
  const rest = recorded > examples.length ? ', …' : '';
  const actions = listNames(same.map(({ action }) => action));
  const count = recorded.toLocaleString('en-US');
  return `${resource} (${actions}): ${describeRules(rules)}, from ${count} recorded: ${parts.join(', ')}${rest}`;
}

function shorten(part: string): string {
  return part.length > longestPart ? `${part.slice(0, longestPart)}…` : part;
}

/** A guess at how much a wildcard covers that nobody has recorded: ids cover least, whole types most. */
function widthOf(same: readonly Generalisation[]): number {
  return Math.max(
    ...same.flatMap(({ rules }) =>
      rules.map((rule) => widths[rule] ?? (rule.startsWith('variable ') ? 1 : 0)),
    ),
  );
}

const widths: Partial<Readonly<Record<NarrowRule, number>>> = {
  anyField: 6,
  type: 6,
  below: 5,
  manyNames: 5,
  manyFiles: 4,
  manyParts: 4,
  userPattern: 3,
  madeId: 2,
  runTail: 1,
  counter: 1,
};
