import type { PolicyFormat } from '../../generator/render/render-policies.ts';
import { asObject } from '../../iam/policy-document/json-value.ts';
import { findDuplicateKeys } from '../../iam/policy-document/sources/duplicate-keys.ts';
import { parseJsonOrYaml } from '../../iam/policy-document/sources/json-or-yaml.ts';

const parsedFormats: ReadonlySet<PolicyFormat> = new Set([
  'json',
  'json-min',
  'cloudformation-json',
  'cloudformation-yaml',
  'sam',
]);

/**
 * Tells whether two texts of a format say the same: for JSON and YAML whatever the order of keys, statements, actions
 * and resources, for every other format the texts themselves, whatever their line ends.
 */
export function meanTheSame(format: PolicyFormat, left: string, right: string): boolean {
  if (!parsedFormats.has(format)) return inLines(left) === inLines(right);
  const meaning = meaningOf(left);
  return meaning !== undefined && meaning === meaningOf(right);
}

/** Returns the value of a JSON or YAML text; undefined where the format has none or the text cannot be read. */
export function parseExported(format: PolicyFormat, text: string): unknown {
  return parsedFormats.has(format) ? parse(text) : undefined;
}

function parse(text: string): unknown {
  try {
    return parseJsonOrYaml(text, '');
  } catch {
    return undefined;
  }
}

// What stands there twice has no one meaning.
function meaningOf(text: string): string | undefined {
  const value = parse(text);
  if (value === undefined || findDuplicateKeys(text).length > 0) return undefined;
  return JSON.stringify(inOrder(value));
}

function inLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function inOrder(value: unknown, key = ''): unknown {
  if (key === 'Statement') return asSet(value);
  if (Array.isArray(value)) return value.map((item) => inOrder(item));
  const object = asObject(value);
  if (object === undefined) return value;
  const order = object.Effect === undefined ? inOrder : inStatementOrder;
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, order(inner, name)]));
}

/** Of a statement the lists are sets, and one element needs no list. */
function inStatementOrder(value: unknown, key: string): unknown {
  if (key === 'Action' || key === 'Resource') return asSet(value);
  const operators = key === 'Condition' ? asObject(value) : undefined;
  if (operators === undefined) return inOrder(value);
  const sorted = Object.entries(operators).map(([operator, keys]): [string, unknown] => {
    const values = Object.entries(asObject(keys) ?? {}).map(([name, one]) => [name, asSet(one)]);
    return [operator, values.sort()];
  });
  return sorted.sort(([a], [b]) => (a < b ? -1 : 1));
}

function asSet(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  return [...new Set(items.map((item) => JSON.stringify(inOrder(item))))].sort();
}
