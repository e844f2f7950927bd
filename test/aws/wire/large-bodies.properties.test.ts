import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { readWhole, sliceBytes } from '../../../aws/wire/body-reader.ts';
import { CborScanner } from '../../../aws/wire/cbor-scanner.ts';
import { FormScanner } from '../../../aws/wire/form-scanner.ts';
import { longestValue, mostSteps } from '../../../aws/wire/found-values.ts';
import { JsonScanner } from '../../../aws/wire/json-scanner.ts';
import { XmlScanner } from '../../../aws/wire/xml-scanner.ts';
import { type RealRequest, realRequests } from '../../../scripts/bench/real-bodies.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';

const catalog = openCatalog();
const wires = ['Name', 'Items[].Name', 'Items[V].Name', 'Items[!V].Name', 'Ids[]', 'ByKey{}'];

/** A protocol: its scanner, and pieces that mean something in it. */
interface Protocol {
  readonly scan: (body: Buffer) => JsonScanner | XmlScanner | CborScanner | FormScanner;
  readonly start: string;
  readonly pieces: readonly string[];
  /** Returns a body in which as many bytes that nobody wants stand before a name. */
  readonly behind: (bytes: number) => string;
}

const protocols: Readonly<Record<string, Protocol>> = {
  JSON: {
    scan: (body) => new JsonScanner(body, wires),
    start: '{"Items":[',
    pieces: ['{', '}', '[', ']', '"', ':', ',', '\\', ' ', '"Name":"x"', '"Ids":[', '1,', '\xe9'],
    behind: (bytes) => `{"x":["${'\\"'.repeat(bytes / 2)}${'a'.repeat(bytes % 2)}"],"Name":"a\\n"}`,
  },
  XML: {
    scan: (body) => new XmlScanner(body, wires),
    start: '<R><Items>',
    pieces: [
      '<',
      '>',
      '/',
      '<Name>',
      '</Name>',
      '<a>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#1;',
      '"',
      'x',
    ],
    behind: (bytes) => `<R><x><y>${'a'.repeat(bytes)}</y></x><Name>a\n</Name></R>`,
  },
  CBOR: {
    scan: (body) => new CborScanner(body, wires),
    start: '\xbf\x65Items\x9f',
    pieces: ['\xbf', '\xff', '\x9f', '\x81', '\x78', '\xc1', '\x64Name', '\x61b', '\x1b', '\x01'],
    behind: (bytes) => `\xbf\x61x\x9f${'\x01'.repeat(bytes)}\xff\x64Name\x62a\n\xff`,
  },
  form: {
    scan: (body) => new FormScanner(body, false, ['Name', 'Items[].Name', 'Ids[]']),
    start: '',
    pieces: [
      'Name',
      '=',
      '&',
      '%',
      '+',
      'Ids.1',
      '.member.2',
      'Items.1.Name',
      '%4eame',
      '%41',
      'a',
    ],
    behind: (bytes) => `x=${'a'.repeat(bytes)}&Name=a%0A`,
  },
};

/** No single piece of work costs more than to decode the longest value, byte by byte. */
const mostAtOnce = longestValue / 8 + 100;

describe.each(Object.entries(protocols))('a large body of %s', (_, { scan, ...protocol }) => {
  it('is read in bounded work, whatever it holds', () => {
    const units = fc.array(fc.constantFrom(...protocol.pieces), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 3 }), (parts) => {
        const large = parts.map((unit) => {
          const text = unit.join('');
          return text.repeat(Math.ceil(100_000 / text.length));
        });
        const body = Buffer.from(protocol.start + large.join(''), 'latin1');
        const scanner = scan(body);
        let slices = 1;
        while (scanner.advance()) slices += 1;
        expect(scanner.found.steps).toBeLessThanOrEqual(mostSteps + mostAtOnce);
        // A slice that ends in the middle of a value reads less than it might.
        expect(slices).toBeLessThanOrEqual(Math.ceil(body.length / sliceBytes) + 1);
      }),
      { numRuns: 150 },
    );
  });

  it('gives what it holds wherever a slice ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 10 }), (offset) => {
        const body = Buffer.from(protocol.behind(sliceBytes + offset), 'latin1');
        expect(readWhole(scan(body)).byWire.get('Name')).toEqual(['a\n']);
      }),
    );
  });
});

/** What becomes of a body on its way through a careless program. */
const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'remove', 'repeat', 'insert', 'cut'),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Mutation = typeof mutations extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function mutate(body: Uint8Array, { kind, place, bytes }: Mutation): Uint8Array {
  const at = Math.floor(place * body.length);
  const until = at + bytes.length;
  if (kind === 'cut') return body.subarray(0, at);
  const before = body.subarray(0, kind === 'repeat' ? until : at);
  const after = body.subarray(kind === 'insert' || kind === 'repeat' ? at : until);
  const between = kind === 'flip' || kind === 'insert' ? bytes : new Uint8Array();
  return Buffer.concat([before, between, after]);
}

describe.each(Object.entries(realRequests()))('a damaged %s', (_, real: RealRequest) => {
  it('gives no parameter but what its operation names', () => {
    const { request, body } = real;
    const { operation } = recogniseAtOnce(request, catalog, body, real.isCut) ?? {};
    const known = Object.keys(
      catalog.findService(serviceOf(real))?.operations[String(operation)]?.parameters ?? {},
    );
    fc.assert(
      fc.property(mutations, fc.boolean(), (changes, isCut) => {
        const damaged = changes.reduce(mutate, body);
        const call = recogniseAtOnce(request, catalog, damaged, isCut);
        if (call === undefined || call.service === null) return;
        if (call.operation === operation)
          expect(known).toEqual(expect.arrayContaining(Object.keys(call.parameters)));
      }),
      { numRuns: 25 },
    );
  });
});

function serviceOf({ request, body, isCut }: RealRequest): string {
  return String(recogniseAtOnce(request, catalog, body, isCut)?.service);
}
