import { asRecord, asText } from '../../scenarios/read-scenarios.ts';

/**
 * Tells whether a value is valid by a JSON schema, as far as draft 07 has the keywords that are known here; another
 * keyword throws. Slow and obvious: it judges the parser.
 */
export function isValid(schema: unknown, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  const part = asRecord(schema, 'a schema');
  return Object.entries(part).every(([keyword, rule]) => {
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`the keyword \`${keyword}\` is not known`);
    return check(rule, value, part);
  });
}

type Check = (rule: unknown, value: unknown, schema: Readonly<Record<string, unknown>>) => boolean;

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
};

const keywords: Readonly<Record<string, Check>> = {
  $schema: () => true,
  title: () => true,
  description: () => true,
  type: (rule, value) => types[asText(rule, 'type')]?.(value) ?? false,
  enum: (rule, value) => listOf(rule).includes(value),
  pattern: (rule, value) =>
    typeof value !== 'string' || new RegExp(asText(rule, 'pattern')).test(value),
  minimum: (rule, value) => typeof value !== 'number' || value >= Number(rule),
  maximum: (rule, value) => typeof value !== 'number' || value <= Number(rule),
  items: (rule, value) => listOf(value).every((item) => isValid(rule, item)),
  minItems: (rule, value) => !Array.isArray(value) || value.length >= Number(rule),
  uniqueItems: (_, value) => {
    const texts = listOf(value).map((item) => JSON.stringify(item));
    return new Set(texts).size === texts.length;
  },
  properties: (rule, value) =>
    Object.entries(asRecord(rule, 'properties')).every(
      ([name, inner]) => !has(value, name) || isValid(inner, Reflect.get(Object(value), name)),
    ),
  required: (rule, value) =>
    !isObject(value) || listOf(rule).every((name) => has(value, String(name))),
  additionalProperties: (rule, value, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(([name, inner]) => has(properties, name) || isValid(rule, inner)),
  propertyNames: (rule, value) =>
    !isObject(value) || Object.keys(value).every((name) => isValid(rule, name)),
  anyOf: (rule, value) => listOf(rule).some((one) => isValid(one, value)),
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: unknown, name: string): boolean {
  return isObject(value) && Object.hasOwn(value, name);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
