import type { Mask } from './create-mask.ts';
import type { NarrowRule } from './generalisation.ts';
import type { MadeResources } from './made-resources.ts';
import { type MaskedText, maskRunSpecific } from './mask-run-specific.ts';
import { isOwnId } from './own-id.ts';
import { isBucket, isObjectKey } from './path-parts.ts';
import type { ResourceForm } from './resource-form.ts';
import type { MaskRule } from './run-specific-forms.ts';
import { isTestName } from './test-names.ts';

/** A resource with its run-specific parts as wildcards. */
export interface MaskedForm {
  readonly form: ResourceForm;
  /** What the wildcards stand for; empty where the resource is as before. */
  readonly rules: readonly NarrowRule[];
}

/** What masking needs to know besides the resource. */
interface MaskContext {
  readonly made: MadeResources;
  readonly mask: Mask;
}

/** Replaces what was made for one run, variable by variable, as far as its text and what is known of its run tell. */
export function maskResource(form: ResourceForm, context: MaskContext): MaskedForm {
  if (isAwsOwn(form)) return { form, rules: none };
  const rules = new Set<NarrowRule>();
  const { head, type } = form;
  const values = form.values.map((value, at) => maskValue(form, at, value, context, rules));
  return rules.size === 0
    ? { form, rules: none }
    : { form: { head, type, values }, rules: [...rules].sort() };
}

const none: readonly NarrowRule[] = [];

/**
 * Returns a wildcard text for a value: in its form where the text would stand for every name there is, or for buckets of
 * others.
 */
export function keepForm(form: ResourceForm, at: number, value: string, text: string): string {
  if (/[A-Za-z0-9]/.test(text)) return isBucket(form, at) ? keepStart(value, text) : text;
  const isBelowAnother = at > 0 && !isObjectKey(form.type.variables[at]);
  return isBelowAnother ? text : value.replaceAll(/[A-Za-z0-9]/g, '?');
}

/** A bucket of any account may end like this one: what stands before that keeps its form. */
function keepStart(value: string, text: string): string {
  if (!text.startsWith('*')) return text;
  const [literal = ''] = text.slice(1).split(/[*?]/, 1);
  const end = value.indexOf(literal, 1);
  if (literal === '' || end < 0) return text;
  return value.slice(0, end).replaceAll(/[A-Za-z0-9]/g, '?') + text.slice(1);
}

function maskValue(
  form: ResourceForm,
  at: number,
  value: string,
  context: MaskContext,
  rules: Set<NarrowRule>,
): string {
  const { type } = form;
  const { made, mask } = context;
  if (type.service === 'secretsmanager' && secretSuffix.test(value)) {
    rules.add('secretSuffix');
    return `${maskValue(form, at, value.replace(secretSuffix, ''), context, rules)}-??????`;
  }
  const isOwn = isOwnId(form, at);
  if (isOwn && !made.makes(form, at)) return value;
  const isMadeVersion = at > 0 && /^\d+$/.test(value) && made.makesVersions(form, at);
  const pattern = isMadeVersion ? '*' : isOwn ? ownIdPattern(value) : undefined;
  if (pattern !== undefined) {
    rules.add('madeId');
    return pattern;
  }
  const masked = mask(value);
  if (isOneOfItsKind(form, at, value, masked, made)) return value;
  for (const rule of masked.rules) rules.add(rule);
  return masked.rules.length === 0 ? value : keepForm(form, at, value, masked.text);
}

/**
 * Tells whether an identity or a secret was there before the program and only has a date, a number or an address in its
 * name, as the consoles of AWS name roles: `AmazonSageMaker-ExecutionRole-20240101T123456`. What else begins so is
 * another one.
 */
function isOneOfItsKind(
  form: ResourceForm,
  at: number,
  value: string,
  { rules }: MaskedText,
  made: MadeResources,
): boolean {
  const kept = keptRules.get(form.type.service);
  if (kept === undefined || !rules.every((rule) => isKept(rule, kept, form))) return false;
  return !made.makes(form, at) && !isTestName(value);
}

/** Another role that begins and ends so may be that of another environment. */
function isKept(rule: MaskRule, kept: ReadonlySet<MaskRule>, { type }: ResourceForm): boolean {
  return kept.has(rule) || (type.service === 'iam' && rule.startsWith('variable '));
}

const keptRules: ReadonlyMap<string, ReadonlySet<MaskRule>> = new Map<string, Set<MaskRule>>([
  ['iam', new Set(['date', 'timestamp', 'number', 'email'])],
  ['secretsmanager', new Set(['email'])],
]);

/** Returns what stands for every id of its kind: `i-*`, `eu-west-1_*`, `*`; undefined where the text is no such id. */
function ownIdPattern(value: string): string | undefined {
  const [, prefix] = prefixedId.exec(value) ?? cognitoId.exec(value) ?? [];
  if (prefix !== undefined) return `${prefix}*`;
  return value !== '*' && maskRunSpecific(value).text === '*' ? '*' : undefined;
}

/** What AWS itself names stays: its policies, and its public parameters, which nobody else may name so. */
function isAwsOwn({ head, type, values }: ResourceForm): boolean {
  return head.endsWith(':aws:') || (type.service === 'ssm' && /^\/?aws\//.test(values[0] ?? ''));
}

const secretSuffix = /-[A-Za-z0-9]{6}$/;
// `i-0123456789abcdef0`, `mrk-1234abcd12ab34cd56ef1234567890ab`
const prefixedId = /^([a-z]+(?:-[a-z]+)*-)(?:[0-9a-f]{8}|[0-9a-f]{16,17}|[0-9a-f]{32})$/;
// `eu-west-1_AbCdEf123`, `eu-west-1:3f2504e0-4f89-41d3-9a0c-0305e82c3301`
const cognitoId = /^([a-z]{2,4}(?:-[a-z]+)+-\d[_:])(?:[A-Za-z0-9]{9}|[0-9a-f-]{36})$/;
