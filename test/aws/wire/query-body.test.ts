import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../aws/wire/body-reader.ts';
import { scanQueryBody } from '../../../aws/wire/query-body.ts';

const wires = ['Name', 'Ids[]', 'Tags.member[].Key', 'Filter[].Value[]'];
const read = (text: string, isCut = false) =>
  Object.fromEntries(readWhole(scanQueryBody(Buffer.from(text), isCut, wires)).byWire);

describe('the values of a form', () => {
  it.each([
    ['fields in any order', 'X=1&Name=a&Ids.1=b&Ids.2=c', { Name: ['a'], 'Ids[]': ['b', 'c'] }],
    [
      'a list with and without its wrapper',
      'Tags.member.1.Key=a&Tags.2.Key=b',
      { 'Tags.member[].Key': ['a', 'b'] },
    ],
    ['lists in lists', 'Filter.1.Value.1=a&Filter.1.Value.2=b', { 'Filter[].Value[]': ['a', 'b'] }],
    ['encoded names and values', '%4eame=a%20b+c%26', { Name: ['a b c&'] }],
    ['a field without a value', 'Name&Ids.1=', { Name: [''], 'Ids[]': [''] }],
    ['names that begin alike', 'Named=x&NameX=y&Ids=z', {}],
    ['nothing', '', {}],
  ])('%s', (_, text, found) => {
    expect(read(text)).toEqual(found);
  });

  it('of a cut one are all but the last, which the cut went through', () => {
    expect(read('Name=a&Ids.1=b', true)).toEqual({ Name: ['a'] });
    expect(read('Name=a', true)).toEqual({});
  });

  it('are those of the URL standard', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '%', '2', '0', '+', '=', '%C3%A9', '.', ''),
    });
    fc.assert(
      fc.property(text, (value) => {
        const form = `Name=${value}`;
        expect(read(form).Name?.[0]).toBe(new URLSearchParams(form).get('Name'));
      }),
    );
  });
});
