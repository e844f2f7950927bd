import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../aws/wire/body-reader.ts';
import { JsonScanner } from '../../../aws/wire/json-scanner.ts';

const wires = [
  'name',
  'list[]',
  'items[].name',
  'inner.deep',
  'byKey{}',
  'b1{}[].deep',
  'b1{}[][].name',
];

const scan = (text: string, wanted = wires) =>
  Object.fromEntries(readWhole(new JsonScanner(Buffer.from(text), wanted)).byWire);

/** The same by parsing the whole: slow, and plain to see. */
function parseAll(text: string): Record<string, readonly string[]> {
  const value: unknown = JSON.parse(text);
  const found = new Map<string, string[]>();
  const isRecord = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  const add = (wire: string, one: unknown) => {
    if (one === undefined || one === null || typeof one === 'object') return;
    found.set(wire, [...(found.get(wire) ?? []), String(one)]);
  };
  const member = (one: unknown, name: string) =>
    isRecord(one) && Object.hasOwn(one, name) ? one[name] : undefined;
  const items = (one: unknown): unknown[] => (Array.isArray(one) ? one : []);
  add('name', member(value, 'name'));
  for (const one of items(member(value, 'list'))) add('list[]', one);
  for (const one of items(member(value, 'items'))) add('items[].name', member(one, 'name'));
  add('inner.deep', member(member(value, 'inner'), 'deep'));
  const map = member(value, 'byKey');
  if (isRecord(map)) for (const key of Object.keys(map)) add('byKey{}', key);
  const values = isRecord(value) && isRecord(value.b1) ? Object.values(value.b1) : [];
  for (const one of values) {
    add('b1{}[].deep', member(one, 'deep'));
    for (const item of items(one)) add('b1{}[][].name', member(item, 'name'));
  }
  return Object.fromEntries(found);
}

const keys = fc.constantFrom('name', 'list', 'items', 'inner', 'deep', 'byKey', 'ä"\\', 'b1');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('the values of a JSON body', () => {
  it('are those that parsing the whole gives', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, tree), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(scan(text)).toEqual(parseAll(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of one that was cut anywhere are the first of the whole', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, tree), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const whole = scan(text);
        for (const [wire, values] of Object.entries(scan(text.slice(0, at % text.length)))) {
          expect(whole[wire]?.slice(0, values.length)).toEqual(values);
        }
      }),
    );
  });

  it.each([
    ['a number that the cut went through', '{"name":12', {}],
    ['a text that the cut went through', '{"name":"a', {}],
    ['escapes in a name', '{"n\\u0061me":"a"}', { name: ['a'] }],
    [
      'the values of a map, whatever their keys, and lists of them',
      '{"b1":{"x":{"deep":"1"},"y.z{}":[{"name":"2"},{"name":"3"}],"w":"4"}}',
      { 'b1{}[].deep': ['1'], 'b1{}[][].name': ['2', '3'] },
    ],
    ['a name that every object has', '{"__proto__":{"name":"a"},"name":"b"}', { name: ['b'] }],
    ['what stands before damage', '{"name":"a","list":["b",}', { name: ['a'], 'list[]': ['b'] }],
    ['nothing at all', '', {}],
    ['no object', '[1]', {}],
  ])('%s', (_, text, found) => {
    expect(scan(text)).toEqual(found);
  });

  it('are read no further once all that may stand there once is found', () => {
    expect(scan('{"name":"a","name":"b"', ['name'])).toEqual({ name: ['a'] });
  });

  it.each([
    [
      'items with a member',
      '{"items":[{"a":"1","name":"x"},{"name":"y"}]}',
      'items[a].name',
      ['x'],
    ],
    [
      'items that lack one',
      '{"items":[{"a":"1","name":"x"},{"name":"y"}]}',
      'items[!a].name',
      ['y'],
    ],
    ['a member that is null', '{"items":[{"name":"x","a":null}]}', 'items[!a].name', ['x']],
    ['a member behind the value', '{"items":[{"name":"x","a":"1"}]}', 'items[!a].name', undefined],
    ['an item that was cut', '{"items":[{"name":"x"},{"name":"y"', 'items[!a].name', ['x']],
  ])('of %s are told apart', (_, text, wire, values) => {
    expect(scan(text, [wire])[wire]).toEqual(values);
  });

  it('are read no further once a list is longer than any of AWS', () => {
    const text = JSON.stringify({ list: Array.from({ length: 20_000 }, () => 'a') });
    expect(scan(text)['list[]']?.length).toBe(5_000);
  });
});
