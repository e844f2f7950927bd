import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../aws/wire/body-reader.ts';
import { scanCborBody } from '../../../aws/wire/cbor-body.ts';
import { scanJsonBody } from '../../../aws/wire/json-body.ts';
import { scanQueryBody } from '../../../aws/wire/query-body.ts';
import { scanXmlBody } from '../../../aws/wire/xml-body.ts';

const mebibyte = 1024 * 1024;
const wires = ['Name', 'Items[].Name', 'Ids[]', 'ByKey{}'];
const fill = (unit: string) => unit.repeat(mebibyte / unit.length);
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a body that holds more than any operation takes', () => {
  it.each([
    ['members of JSON', scanJsonBody, `{${fill('"a":1,')}}`],
    ['members of JSON with escapes', scanJsonBody, `{${fill('"\\n":1,')}}`],
    ['empty items of JSON', scanJsonBody, `{"Items":[${fill('{},')}]}`],
    ['items of JSON of another kind', scanJsonBody, `{"Items":[${fill('1,')}]}`],
    ['values of JSON with escapes', scanJsonBody, `{"Ids":[${fill('"\\u0061",')}]}`],
    ['keys of JSON', scanJsonBody, `{"ByKey":{${fill('"a":1,')}}}`],
    ['members of CBOR', scanCborBody, `\xbf${fill('\x61a\x01')}`],
    ['items of CBOR of another kind', scanCborBody, `\xbf\x65Items\x9f${fill('\xf6')}`],
    ['tags of CBOR', scanCborBody, `\xbf\x64Name${fill('\xc1')}`],
    ['lengths of CBOR that need not be so long', scanCborBody, `\xbf\x61a\x9f${fill('\x78\x00')}`],
    ['elements', scanXmlBody, `<R>${fill('<a/>')}`],
    ['comments in a text', scanXmlBody, `<R><Name>${fill('<!---->')}`],
    ['entities', scanXmlBody, `<R>${`<Ids>${'&#65;'.repeat(10_000)}</Ids>`.repeat(20)}`],
    ['encoded names of fields', scanQueryBody, fill('%4eamX&')],
    ['fields that nearly have the name', scanQueryBody, fill('NamX&')],
  ])('is given up: %s', (_, scan, text) => {
    expect(readWhole(scan(bytes(text), false, wires)).isGivenUp).toBe(true);
  });

  it('keeps what was read before', () => {
    const { byWire } = readWhole(
      scanJsonBody(bytes(`{"Name":"a",${fill('"b":1,')}}`), false, wires),
    );
    expect(Object.fromEntries(byWire)).toEqual({ Name: ['a'] });
  });
});

describe('a body of a MiB that an operation may take', () => {
  const key = 'k'.repeat(1_000);
  const thousand = (unit: string) => unit.repeat(1_000);

  it.each([
    ['1,000 keys of objects', scanXmlBody, thousand(`<Object><Key>${key}</Key></Object>`)],
    ['values that nobody wants', scanJsonBody, `{"x":[${fill('{"a":1},')}1],"Name":"a"}`],
    ['values of CBOR that nobody wants', scanCborBody, `\xbf\x61x\x9f${fill('\x01')}\xff\xff`],
    ['1,000 names', scanJsonBody, `{"Ids":[${thousand(`"${key}",`)}""]}`],
    ['1,000 fields', scanQueryBody, thousand(`Ids.1=${key}&`)],
  ])('is read whole: %s', (_, scan, text) => {
    const wanted = ['Object[].Key', ...wires];
    expect(
      readWhole(scan(bytes(`${scan === scanXmlBody ? '<R>' : ''}${text}`), false, wanted))
        .isGivenUp,
    ).toBe(false);
  });
});

describe('a value that is longer than any name', () => {
  const long = 'a'.repeat(100_000);

  it.each([
    ['JSON', scanJsonBody, `{"Name":"${long}"}`],
    ['JSON with escapes', scanJsonBody, `{"Name":"\\n${long}"}`],
    ['XML', scanXmlBody, `<R><Name>${long}</Name></R>`],
    ['a form', scanQueryBody, `Name=${long}`],
    ['CBOR', scanCborBody, `\xbf\x64Name\x7a\x00\x01\x86\xa0${long}\xff`],
  ])('is found empty in %s', (_, scan, text) => {
    expect(readWhole(scan(bytes(text), false, wires)).byWire.get('Name')).toEqual(['']);
  });
});
