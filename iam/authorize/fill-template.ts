import type { ApiCall } from '../../aws/api-call.ts';
import { type ArnTemplate, matchesTemplate } from './arn-template.ts';
import { writeValue } from './write-value.ts';

/** An ARN made for a call, and one reason for each of its wildcards. */
export interface FilledArn {
  readonly arn: string;
  readonly reasons: readonly string[];
}

/**
 * Fills a template's variables with a call's values: one ARN for each combination. A variable without a value becomes
 * `*`, with the reason. A value that is itself an ARN replaces the template up to its variable.
 */
export function fillTemplate(
  template: ArnTemplate,
  values: ReadonlyMap<string, readonly string[]>,
  call: ApiCall,
): readonly FilledArn[] {
  const plain = fillPlainly(template, values, call);
  if (plain !== undefined) return [{ arn: plain, reasons: none }];
  let filled: readonly FilledArn[] = [{ arn: template.parts[0] ?? '', reasons: none }];
  for (let at = 1; at < template.parts.length; at += 2) {
    const variable = template.parts[at] ?? '';
    const literal = template.parts[at + 1] ?? '';
    const known = values.get(variable) ?? callValue(variable, call);
    const extended = filled.flatMap((so) => extend(so, template, variable, known));
    filled = literal === '' ? extended : extended.map((so) => addLiteral(so, literal));
  }
  return filled;
}

const none: readonly string[] = [];

/** Returns the one ARN without wildcards that nearly every call gives; undefined where there is more to say. */
function fillPlainly(
  { parts }: ArnTemplate,
  values: ReadonlyMap<string, readonly string[]>,
  call: ApiCall,
): string | undefined {
  const texts = [parts[0] ?? ''];
  for (let at = 1; at < parts.length; at += 2) {
    const variable = parts[at] ?? '';
    const literal = parts[at + 1] ?? '';
    const known = values.get(variable) ?? callValue(variable, call);
    const only = known[0] ?? '';
    if (known.length !== 1 || only.startsWith('arn:') || literal.includes('*')) return undefined;
    const { text, reasons } = writeValue(only);
    if (reasons.length > 0) return undefined;
    texts.push(text, literal);
  }
  // Joined at once: a text that is added up stays a tree of its parts in memory.
  return texts.join('');
}

function addLiteral(so: FilledArn, literal: string): FilledArn {
  const reasons = literal.includes('*') ? [...so.reasons, formReason] : so.reasons;
  return { arn: so.arn + literal, reasons };
}

const formReason = 'AWS checks this action on an ARN of this form, whatever follows';

function extend(
  so: FilledArn,
  template: ArnTemplate,
  variable: string,
  values: readonly string[],
): readonly FilledArn[] | FilledArn {
  const [only = ''] = values;
  if (values.length === 1 && !only.startsWith('arn:')) {
    const { text, reasons } = writeValue(only);
    return { arn: so.arn + text, reasons: withReasons(so.reasons, reasons) };
  }
  const usable = values.filter(
    (value) => !value.startsWith('arn:') || matchesTemplate(value, template, variable),
  );
  if (usable.length === 0) {
    return [{ arn: `${so.arn}*`, reasons: [...so.reasons, reasonFor(variable)] }];
  }
  return usable.map((value) => {
    const { text, reasons } = writeValue(value);
    const before = value.startsWith('arn:') ? { arn: '', reasons: [] } : so;
    return { arn: before.arn + text, reasons: withReasons(before.reasons, reasons) };
  });
}

function withReasons(reasons: readonly string[], more: readonly string[]): readonly string[] {
  return more.length === 0 ? reasons : [...reasons, ...more];
}

function callValue(variable: string, { partition, region, account }: ApiCall): readonly string[] {
  if (variable === 'Partition') return [partition];
  const value = variable === 'Region' ? region : variable === 'Account' ? account : null;
  return value === null ? [] : [value];
}

function reasonFor(variable: string): string {
  if (variable === 'Account') return 'neither the access key id nor the request says the account';
  if (variable === 'Region') return 'the signature does not say the region';
  return `the request does not say \`${variable}\``;
}
