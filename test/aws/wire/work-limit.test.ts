import { describe, expect, it } from 'vitest';
import { readCborBody } from '../../../aws/wire/cbor-body.ts';
import { readJsonBody } from '../../../aws/wire/json-body.ts';
import { readQueryBody } from '../../../aws/wire/query-body.ts';
import { readXmlBody } from '../../../aws/wire/xml-body.ts';

const mebibyte = 1024 * 1024;
const wires = ['Name', 'Items[].Name', 'Ids[]', 'ByKey{}'];
const fill = (unit: string) => unit.repeat(mebibyte / unit.length);
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a body that holds more than any operation takes', () => {
  it.each([
    ['members of JSON', readJsonBody, `{${fill('"a":1,')}}`],
    ['members of JSON with escapes', readJsonBody, `{${fill('"\\n":1,')}}`],
    ['empty items of JSON', readJsonBody, `{"Items":[${fill('{},')}]}`],
    ['items of JSON of another kind', readJsonBody, `{"Items":[${fill('1,')}]}`],
    ['values of JSON with escapes', readJsonBody, `{"Ids":[${fill('"\\u0061",')}]}`],
    ['keys of JSON', readJsonBody, `{"ByKey":{${fill('"a":1,')}}}`],
    ['members of CBOR', readCborBody, `\xbf${fill('\x61a\x01')}`],
    ['items of CBOR of another kind', readCborBody, `\xbf\x65Items\x9f${fill('\xf6')}`],
    ['tags of CBOR', readCborBody, `\xbf\x64Name${fill('\xc1')}`],
    ['lengths of CBOR that need not be so long', readCborBody, `\xbf\x61a\x9f${fill('\x78\x00')}`],
    ['elements', readXmlBody, `<R>${fill('<a/>')}`],
    ['comments in a text', readXmlBody, `<R><Name>${fill('<!---->')}`],
    ['entities', readXmlBody, `<R>${`<Ids>${'&#65;'.repeat(10_000)}</Ids>`.repeat(20)}`],
    ['encoded names of fields', readQueryBody, fill('%4eamX&')],
    ['fields that nearly have the name', readQueryBody, fill('NamX&')],
  ])('is given up: %s', (_, read, text) => {
    expect(read(bytes(text), false, wires).isGivenUp).toBe(true);
  });

  it('keeps what was read before', () => {
    const { byWire } = readJsonBody(bytes(`{"Name":"a",${fill('"b":1,')}}`), false, wires);
    expect(Object.fromEntries(byWire)).toEqual({ Name: ['a'] });
  });
});

describe('a body of a MiB that an operation may take', () => {
  const key = 'k'.repeat(1_000);
  const thousand = (unit: string) => unit.repeat(1_000);

  it.each([
    ['1,000 keys of objects', readXmlBody, thousand(`<Object><Key>${key}</Key></Object>`)],
    ['values that nobody wants', readJsonBody, `{"x":[${fill('{"a":1},')}1],"Name":"a"}`],
    ['values of CBOR that nobody wants', readCborBody, `\xbf\x61x\x9f${fill('\x01')}\xff\xff`],
    ['1,000 names', readJsonBody, `{"Ids":[${thousand(`"${key}",`)}""]}`],
    ['1,000 fields', readQueryBody, thousand(`Ids.1=${key}&`)],
  ])('is read whole: %s', (_, read, text) => {
    const wanted = ['Object[].Key', ...wires];
    expect(
      read(bytes(`${read === readXmlBody ? '<R>' : ''}${text}`), false, wanted).isGivenUp,
    ).toBe(false);
  });
});

describe('a value that is longer than any name', () => {
  const long = 'a'.repeat(100_000);

  it.each([
    ['JSON', readJsonBody, `{"Name":"${long}"}`],
    ['JSON with escapes', readJsonBody, `{"Name":"\\n${long}"}`],
    ['XML', readXmlBody, `<R><Name>${long}</Name></R>`],
    ['a form', readQueryBody, `Name=${long}`],
    ['CBOR', readCborBody, `\xbf\x64Name\x7a\x00\x01\x86\xa0${long}\xff`],
  ])('is found empty in %s', (_, read, text) => {
    expect(read(bytes(text), false, wires).byWire.get('Name')).toEqual(['']);
  });
});
