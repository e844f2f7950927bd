import type { Generalisation } from '../generator/narrow/generalisation.ts';
import type { VariableOffer } from '../generator/narrow/offer-variables.ts';
import { conditionsOf } from '../generator/render/policy-export.ts';
import type { PolicyTarget } from '../generator/split/policy-limits.ts';
import type { PolicyStatement } from '../iam/policy.ts';
import type { AvailableCondition } from './available-conditions.ts';
import { describeIgnored } from './config/describe-ignored.ts';
import { listNames } from './describe-calls.ts';
import { describeEscalations } from './describe-escalations.ts';
import { describeWildcards } from './describe-wildcards.ts';
import { describeGiven } from './given-conditions.ts';
import type { HiddenPolicy } from './hidden-policy.ts';
import { plural } from './plural.ts';
import type { PolicyOfCalls } from './policy-of-calls.ts';

const mostOffers = 3;
const mostFaults = 8;
const mostHidden = 3;

/** Returns what is to be said of a policy besides the policy itself: its size, what it lacks, its wildcards and why. */
export function describePolicy({
  documents,
  sizes,
  target,
  warnings,
  unmapped,
  faults,
  generalisations,
  ignored,
  offers,
  available,
  given,
  hidden,
  untold,
  crossAccount,
}: PolicyOfCalls): readonly string[] {
  const statements = documents.flatMap(({ document }) => document.Statement);
  return [
    documents.length === 0
      ? 'leastgrant: no recorded call needs a permission; the policy is empty, and IAM takes none without statements'
      : `leastgrant: a policy of ${plural(statements.length, 'statement')}${describeSize(sizes, target)}`,
    ...warnings.map((warning) => `  ${warning}`),
    ...describeFaults(faults),
    ...describeEscalations(documents),
    ...describeIgnored(ignored),
    ...describeDenied(generalisations),
    ...(unmapped.length === 0
      ? []
      : [`  no action is known for, missing from the policy: ${listNames(unmapped)}`]),
    ...(crossAccount.length === 0
      ? []
      : [`  in another account, whose own policies must allow it too: ${listNames(crossAccount)}`]),
    ...describeWildcards(
      generalisations,
      documents.flatMap(({ explanations }) => explanations),
    ),
    ...offers.slice(0, mostOffers).map(describeOffer),
    ...describeAvailable(available),
    ...describeGiven(given),
    ...describeHidden(hidden),
    ...(untold.length === 0
      ? []
      : [
          `  set off what no call tells the permissions of: ${listNames(untold)}; \`leastgrant explain\` says what to do`,
        ]),
  ];
}

function describeAvailable(available: readonly AvailableCondition[]): readonly string[] {
  if (available.length === 0) return [];
  const keys = listNames(available.map(({ key }) => key));
  return [`  conditions that would narrow it further: ${keys}; --conditions writes them`];
}

/** Each as the statement that it would take. */
function describeHidden({ statements }: HiddenPolicy): readonly string[] {
  if (statements.length === 0) return [];
  const rest = statements.length - mostHidden;
  return [
    '  no call shows whether services need more for it; --include-hidden adds this, `leastgrant explain` says why:',
    ...statements.slice(0, mostHidden).map(describeStatement),
    ...(rest > 0 ? [`    and ${plural(rest, 'statement')} more`] : []),
  ];
}

function describeStatement(statement: PolicyStatement): string {
  const conditions = conditionsOf(statement).map(
    ({ key, values }) => `${key} ${listNames(values)}`,
  );
  const held = conditions.length === 0 ? '' : `, held by ${conditions.join(' and ')}`;
  return `    ${listNames(statement.Action)} on ${listNames(statement.Resource)}${held}`;
}

/** The program named it, so it is in the policy, but IAM takes no policy that has it. */
function describeFaults(faults: readonly string[]): readonly string[] {
  const rest = faults.length - mostFaults;
  return [
    ...faults.slice(0, mostFaults).map((fault) => `  error: IAM refuses it: ${fault}`),
    ...(rest > 0 ? [`  and ${plural(rest, 'such error')} more; see \`leastgrant lint\``] : []),
  ];
}

/** A wildcard that gives what AWS refused is the first thing to look at. */
function describeDenied(generalisations: readonly Generalisation[]): readonly string[] {
  return generalisations
    .filter(({ denied }) => denied.length > 0)
    .map(
      ({ action, resource, denied }) =>
        `  ${action} on ${resource} includes what was denied: ${listNames(denied)}`,
    );
}

function describeOffer({ resource, value, variable, pattern }: VariableOffer): string {
  return `  \`${value}\` in ${resource} is the caller's own \${${variable}}: \`--pattern '${pattern}'\` writes it so`;
}

/** One document within its limit is not worth a word. */
function describeSize(sizes: readonly number[], target: PolicyTarget): string {
  if (sizes.length < 2) return '';
  const kind = target === 'managed' ? 'managed' : 'inline';
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const count = sizes.length.toLocaleString('en-US');
  return `, in ${count} ${kind} policies to attach, of at most ${largest.toLocaleString('en-US')} characters`;
}
