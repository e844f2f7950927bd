import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../cli/config/parse-config.ts';
import { configSchemaText } from '../../../scripts/config-schema.ts';
import { asRecord } from '../../scenarios/read-scenarios.ts';
import { isValid } from './naive-schema.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const published = readFileSync(join(root, 'leastgrant.schema.json'), 'utf8');
const schema: unknown = JSON.parse(published);

/** Every key of the schema, with those of the objects in it: `policies.*.files.json`. */
function keysOf(part: unknown, at = ''): readonly string[] {
  const { properties = {}, additionalProperties, items } = asRecord(part, 'a schema');
  const named = Object.entries(asRecord(properties, 'properties')).flatMap(([name, inner]) => [
    `${at}${name}`,
    ...keysOf(inner, `${at}${name}.`),
  ]);
  const others = [additionalProperties, items]
    .filter((inner) => typeof inner === 'object')
    .flatMap((inner) => keysOf(inner, `${at}*.`));
  return [...named, ...others];
}

const keys = keysOf(schema);
const sample = {
  scope: 'exact',
  patterns: ['arn:aws:s3:::b/*'],
  any: ['region', 'account'],
  thresholds: { paths: 3 },
  caller: { 'aws:username': 'jane' },
  conditions: 'all',
  includeHidden: true,
  ignore: [{ service: 's3', operation: 'Get*', resource: '*', reason: 'why' }],
  policies: { app: { sessions: ['a', 'b'], files: { json: 'a.json' }, target: 'role' } },
};

/** A value that belongs somewhere in a configuration, or nowhere. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    ...Object.values(sample),
    ...['exact', 'role', 'a b', '../x', '/x', 'a/b', 'x/', '', ' ', 'arn:aws:s3:::b', '*'],
    ...[1, 2, 2.5, -1, 1e9, [], {}, ['a', 'a'], [1], { json: 'x', terraform: 'y' }, { tf: 'x' }],
  ),
);

/** The sample with one to three of its places changed, removed or added. */
const mutated = fc
  .array(fc.tuple(fc.constantFrom(...keys), fc.option(anything, { nil: undefined })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) => {
    let text = sample;
    for (const [key, value] of changes) text = changed(text, key.split('.'), value);
    return text;
  });

function changed<T>(whole: T, [name = '', ...rest]: readonly string[], value: unknown): T {
  const copy = structuredClone(whole);
  if (typeof copy !== 'object' || copy === null) return copy;
  const [first = 'app'] = Object.keys(copy);
  const key = name === '*' ? first : name;
  const inner: unknown = Reflect.get(copy, key);
  if (rest.length === 0 && value === undefined) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, rest.length === 0 ? value : changed(inner, rest, value));
  return copy;
}

describe('the published JSON schema', () => {
  it('is what `npm run schema` writes', () => {
    expect(published).toBe(configSchemaText());
  });

  it('describes each key', () => {
    const undescribed = keys.filter((key) => !describes(schema, key.split('.')));
    expect(undescribed).toEqual([]);
  });

  it('accepts exactly what the parser accepts', () => {
    fc.assert(
      fc.property(mutated, (config) => {
        const text = JSON.stringify(config);
        expect([text, isParsed(text)]).toEqual([text, isValid(schema, JSON.parse(text))]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the page of the configuration', () => {
  const page = readFileSync(join(root, 'docs', 'configuration.md'), 'utf8');

  it.each(keys.map((key) => key.split('.').at(-1) ?? ''))('names `%s`', (key) => {
    expect(page).toContain(`\`${key}\``);
  });

  it('has examples that the parser takes', () => {
    const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => text);
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(() => parseConfig(example, 'the page')).not.toThrow();
  });
});

function isParsed(text: string): boolean {
  try {
    parseConfig(text, 'c');
    return true;
  } catch {
    return false;
  }
}

function describes(part: unknown, [name, ...rest]: readonly string[]): boolean {
  const { properties, additionalProperties, items, description } = asRecord(part, 'a schema');
  if (name === undefined) return typeof description === 'string';
  if (name === '*')
    return describes(typeof items === 'object' ? items : additionalProperties, rest);
  return describes(asRecord(properties, 'properties')[name], rest);
}
