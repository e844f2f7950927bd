import type { MaskRule, VariableRule } from './run-specific-forms.ts';

/** By which rule a part of a resource became a wildcard. */
export type NarrowRule =
  | MaskRule
  | 'userPattern'
  | 'madeId'
  | 'secretSuffix'
  | 'counter'
  | 'runTail'
  | 'manyFiles'
  | 'manyParts'
  | 'manyNames'
  | 'below'
  | 'type'
  | 'anyField';

/** One wildcard of a policy that no recorded resource had: what it covers and why. */
export interface Generalisation {
  readonly action: string;
  /** The resource as it stands in the policy. */
  readonly resource: string;
  readonly rules: readonly NarrowRule[];
  /** How many distinct recorded resources it took the place of. */
  readonly recorded: number;
  /** The first of them, sorted. */
  readonly examples: readonly string[];
  /** Resources that it matches and that AWS denied to this action while it was recorded. */
  readonly denied: readonly string[];
}

/** What the wildcards of each rule stand for, in the words of a reason. */
const rulePhrases: Readonly<Record<Exclude<NarrowRule, VariableRule>, string>> = {
  uuid: 'a UUID',
  ulid: 'a ULID',
  ksuid: 'a KSUID',
  delivered: 'the end of the name of a log that AWS delivered',
  nanoid: 'a random id in base 64',
  temporary: 'a temporary name',
  runNumber: 'the number of a run',
  hexadecimal: 'a hexadecimal id',
  random: 'a random id',
  awsId: "an id of AWS's making",
  cloudFormation: "CloudFormation's random suffix",
  pod: "a pod's random suffix",
  number: 'a long number',
  date: 'a date',
  timestamp: 'a time',
  address: 'an address',
  email: 'an e-mail address',
  shard: 'the first digits of an id',
  partitionValue: 'the value of a partition',
  secretSuffix: "Secrets Manager's random suffix",
  madeId: 'the id of what the program makes',
  counter: 'a counter',
  runTail: 'a part that differs from run to run',
  manyFiles: 'many files of one folder',
  manyParts: 'many values in one place',
  manyNames: 'many names',
  below: 'much below one folder',
  userPattern: 'what your pattern leaves open',
  type: 'every resource of the type',
  anyField: 'any account, region or partition, as asked for',
};

/** Returns in words what the wildcards of some rules stand for. */
export function describeRules(rules: readonly NarrowRule[]): string {
  return listTexts(rules.map((rule) => (isVariable(rule) ? phraseOf(rule) : rulePhrases[rule])));
}

function isVariable(rule: NarrowRule): rule is VariableRule {
  return rule.startsWith('variable ');
}

function phraseOf(rule: VariableRule): string {
  const source = rule.slice('variable '.length);
  return /^\w+$/.test(source) ? `the value of ${source}` : source;
}

/** Returns the part of a recorded resource that the wildcards of a resource stand for, with what is between them. */
export function partBehind(resource: string, example: string): string {
  const first = resource.search(/[*?]/);
  const last = Math.max(resource.lastIndexOf('*'), resource.lastIndexOf('?'));
  const after = resource.length - 1 - last;
  const isAlike = first >= 0 && resource.slice(0, first) === example.slice(0, first);
  return isAlike ? example.slice(first, example.length - after) : example;
}

/** Returns the reason for a generalised resource: one sentence, in lower case. */
export function reasonOf({ rules, recorded, examples, denied }: Generalisation): string {
  const stands = describeRules(rules);
  const count =
    recorded === 1
      ? '1 recorded resource'
      : `${recorded.toLocaleString('en-US')} recorded resources`;
  const shown = examples.map((example) => `\`${example}\``).join(', ');
  const rest = recorded > examples.length ? ', …' : '';
  const warning = denied.length === 0 ? '' : `; it matches \`${denied[0]}\`, which was denied`;
  return `stands for ${stands}, from ${count} (${shown}${rest})${warning}`;
}

function listTexts(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
