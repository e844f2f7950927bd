import { type Command, InvalidArgumentError, Option } from 'commander';
import { accountVariable, userNameVariable } from '../generator/narrow/find-caller.ts';
import {
  type ArnField,
  arnFields,
  defaultThresholds,
  type NarrowScope,
  type NarrowThresholds,
  narrowScopes,
} from '../generator/narrow/narrow-settings.ts';
import { type Caller, parseUserPattern } from '../generator/narrow/user-pattern.ts';

/** How the resources of a policy are to be written. */
export interface RawNarrowOptions {
  /** `pattern` where it is left out. */
  readonly scope?: NarrowScope;
  readonly pattern?: readonly string[];
  readonly any?: readonly ArnField[];
  readonly threshold?: Partial<NarrowThresholds>;
  readonly caller?: Caller;
}

/** Adds the options that say how resources are generalised. */
export function addNarrowOptions(command: Command): Command {
  const thresholds = Object.entries(defaultThresholds).map(([name, value]) => `${name}=${value}`);
  return command
    .addOption(
      new Option(
        '--scope <scope>',
        'how resources are written: as recorded, with wildcards for what varies, or whole types (default: pattern)',
      ).choices(narrowScopes),
    )
    .option(
      '--pattern <arn>',
      'write the resources that it matches as this ARN; may be repeated',
      (pattern: string, patterns: readonly string[] = []) => [...patterns, pattern],
    )
    .option(
      '--any <field>',
      'a wildcard for the account, region or partition of every ARN; may be repeated',
      (field: string, fields: readonly ArnField[] = []) => [...fields, parseField(field)],
    )
    .option(
      '--threshold <name=count>',
      `from how many values on a part becomes a wildcard: ${thresholds.join(', ')}; may be repeated`,
      (text: string, known: Partial<NarrowThresholds> = {}) => ({
        ...known,
        ...parseThreshold(text),
      }),
    )
    .option(
      '--caller <variable=value>',
      'a policy variable of the recorded caller: aws:username=jane; may be repeated',
      (text: string, known: Caller = {}) => ({ ...known, ...parseCaller(text) }),
    );
}

/**
 * Makes sure, before any long work, that the patterns can be used. `later` are the policy variables that the recording may
 * tell: before a program has run, only its account is sure to be known then.
 * @throws LeastgrantError E_USAGE
 */
export function expectPatterns(
  { pattern = [], caller = {} }: RawNarrowOptions,
  later: readonly string[] = [accountVariable, userNameVariable],
): void {
  const unknown = Object.fromEntries(later.map((variable) => [variable, '']));
  for (const text of pattern) parseUserPattern(text, { ...unknown, ...caller });
}

function parseField(text: string): ArnField {
  const field = arnFields.find((name) => name === text);
  if (field !== undefined) return field;
  throw new InvalidArgumentError(`Allowed choices are ${arnFields.join(', ')}.`);
}

function parseThreshold(text: string): Partial<NarrowThresholds> {
  const [, name, count] = /^(\w+)=([1-9]\d{0,8})$/.exec(text) ?? [];
  if (name !== undefined && Object.hasOwn(defaultThresholds, name) && count !== '1') {
    return { [name]: Number(count) };
  }
  const names = Object.keys(defaultThresholds).join(', ');
  throw new InvalidArgumentError(`Write a name and a number from 2 on: ${names}.`);
}

function parseCaller(text: string): Caller {
  const [, variable, value] = /^([^=]+:[^=]+)=(.+)$/s.exec(text) ?? [];
  if (variable !== undefined && value !== undefined) return { [variable]: value };
  throw new InvalidArgumentError('Write a policy variable and its value: aws:username=jane.');
}
