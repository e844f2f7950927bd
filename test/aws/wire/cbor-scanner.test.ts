import { cbor } from '@smithy/core/cbor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../aws/wire/body-reader.ts';
import { CborScanner } from '../../../aws/wire/cbor-scanner.ts';
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
const scan = (bytes: Uint8Array) =>
  Object.fromEntries(readWhole(new CborScanner(bytes, wires)).byWire);

const keys = fc.constantFrom('name', 'list', 'items', 'inner', 'deep', 'byKey', 'b1');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 30 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const anyBody = fc.dictionary(keys, tree, { noNullPrototype: true });

describe('the values of a CBOR body', () => {
  it('are those of the same body in JSON', () => {
    fc.assert(
      fc.property(anyBody, (value) => {
        const json = readWhole(new JsonScanner(Buffer.from(JSON.stringify(value)), wires)).byWire;
        expect(scan(cbor.serialize(value))).toEqual(Object.fromEntries(json));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['items[a].name', ['x']],
    ['items[!a].name', ['y']],
  ])('of items with and without a member are told apart: %s', (wire, values) => {
    const bytes = cbor.serialize({ items: [{ a: '1', name: 'x' }, { name: 'y' }] });
    expect(readWhole(new CborScanner(bytes, [wire])).byWire.get(wire)).toEqual(values);
  });

  it('of one that was cut anywhere are the first of the whole', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(), (value, at) => {
        const bytes = cbor.serialize(value);
        const whole = scan(bytes);
        for (const [wire, values] of Object.entries(scan(bytes.subarray(0, at % bytes.length)))) {
          expect(whole[wire]?.slice(0, values.length)).toEqual(values);
        }
      }),
    );
  });

  it.each([
    [
      'a map and a list whose ends are marked',
      'bf646e616d6561616 46c6973749f0102ff ff',
      { name: ['a'], 'list[]': ['1', '2'] },
    ],
    [
      'what stands behind a list whose end is marked',
      'a261789f9f01ff02ff646e616d65f5',
      { name: ['true'] },
    ],
    ['a tagged value', 'a1646e616d65c16161', { name: ['a'] }],
    ['numbers with a point', 'a1646e616d65fb3ff8000000000000', { name: ['1.5'] }],
    ['an end mark where none belongs', 'a16178ff', {}],
    ['a length beyond the end', 'a1646e616d657affffffff', {}],
  ])('%s', (_, hex, found) => {
    expect(scan(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toEqual(found);
  });

  it('are looked for behind tags without end', () => {
    const tags = Buffer.alloc(1 << 20, 0xc1);
    expect(scan(Buffer.concat([Buffer.from('a1646e616d65', 'hex'), tags]))).toEqual({});
  });

  it('are looked for in any bytes without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(() => scan(bytes)).not.toThrow();
      }),
      { numRuns: 5_000 },
    );
  });
});
