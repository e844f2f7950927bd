import type { NarrowRule } from './generalisation.ts';
import type { MadeTypes } from './made-types.ts';
import { maskRunSpecific } from './mask-run-specific.ts';
import type { ResourceForm } from './resource-form.ts';

/** A resource with its run-specific parts as wildcards. */
export interface MaskedForm {
  readonly form: ResourceForm;
  /** What the wildcards stand for; empty where the resource is as before. */
  readonly rules: readonly NarrowRule[];
}

/** Replaces what was made for one run, variable by variable, as far as the form of its text tells. */
export function maskResource(form: ResourceForm, made: MadeTypes): MaskedForm {
  const rules = new Set<NarrowRule>();
  const values = form.values.map((value, at) => maskValue(form, at, value, made, rules));
  return rules.size === 0
    ? { form, rules: [] }
    : { form: { ...form, values }, rules: [...rules].sort() };
}

/**
 * Tells whether a variable holds an id that AWS made for what the ARN is about, and nothing else: a key, an instance. It
 * stands for that resource alone, and a wildcard in its place would stand for every one of the account.
 */
export function isOwnId(form: ResourceForm, at: number, value: string): boolean {
  return ownIdPattern(form, at, value) !== undefined;
}

function maskValue(
  form: ResourceForm,
  at: number,
  value: string,
  made: MadeTypes,
  rules: Set<NarrowRule>,
): string {
  const { type } = form;
  if (type.service === 'secretsmanager' && secretSuffix.test(value)) {
    rules.add('secretSuffix');
    return `${maskValue(form, at, value.replace(secretSuffix, ''), made, rules)}-??????`;
  }
  const ownId = ownIdPattern(form, at, value);
  if (ownId !== undefined) {
    if (!made.has(type)) return value;
    rules.add('madeId');
    return ownId;
  }
  const masked = maskRunSpecific(value);
  if (masked.rules.length === 0) return value;
  for (const rule of masked.rules) rules.add(rule);
  const isBelowAnother = at > 0 && idVariable.test(type.variables[at] ?? '');
  if (isBelowAnother || /[A-Za-z0-9]/.test(masked.text)) return masked.text;
  // Nothing of the name is left: the form of the id keeps the wildcard from standing for every name.
  return value.replaceAll(/[A-Za-z0-9]/g, '?');
}

/** Returns what stands for every id of its kind: `i-*`, `eu-west-1_*`, `*`; undefined where the text is no such id. */
function ownIdPattern({ type }: ResourceForm, at: number, value: string): string | undefined {
  // The variable of a secret is called an id, but its name is the user's.
  if (at > 0 || type.service === 'secretsmanager') return undefined;
  if (!idVariable.test(type.variables[at] ?? '')) return undefined;
  const [, prefix] = prefixedId.exec(value) ?? cognitoId.exec(value) ?? [];
  if (prefix !== undefined) return `${prefix}*`;
  return maskRunSpecific(value).text === '*' ? '*' : undefined;
}

const secretSuffix = /-[A-Za-z0-9]{6}$/;
const idVariable = /(?:Id|ID|Uuid|UUID|Identifier|Label|Timestamp|Epoch)$|^id$/;
// `i-0123456789abcdef0`, `mrk-1234abcd12ab34cd56ef1234567890ab`
const prefixedId = /^([a-z]+(?:-[a-z]+)*-)(?:[0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]{32})$/;
// `eu-west-1_AbCdEf123`, `eu-west-1:3f2504e0-4f89-41d3-9a0c-0305e82c3301`
const cognitoId = /^([a-z]{2,4}(?:-[a-z]+)+-\d[_:])(?:[A-Za-z0-9]{9}|[0-9a-f-]{36})$/;
