import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../aws/wire/body-reader.ts';
import { XmlScanner } from '../../../aws/wire/xml-scanner.ts';

const wires = ['Name', 'Object[].Key', 'Names.member[]'];
const scan = (text: string) =>
  Object.fromEntries(readWhole(new XmlScanner(Buffer.from(text), wires)).byWire);

describe('the values of an XML body', () => {
  it.each([
    ['a plain one', '<R><Name>a</Name></R>', { Name: ['a'] }],
    [
      'a declaration and a comment',
      '<?xml version="1.0"?><R><!-- <Name>x</Name> --><Name>a</Name></R>',
      { Name: ['a'] },
    ],
    [
      'a namespace and attributes',
      '<n:R xmlns:n="x>y"><n:Name a=\'>\'>a</n:Name></n:R>',
      { Name: ['a'] },
    ],
    ['entities', '<R><Name>a&amp;&lt;&#65;&#x42;&quot;</Name></R>', { Name: ['a&<AB"'] }],
    [
      'an entity that nobody knows',
      '<R><Name>&nb;&#x110000;</Name></R>',
      { Name: ['&nb;&#x110000;'] },
    ],
    ['a CDATA section', '<R><Name>a<![CDATA[<b>&amp;]]>c</Name></R>', { Name: ['a<b>&amp;c'] }],
    ['an empty element', '<R><Name/></R>', { Name: [''] }],
    [
      'repeated elements',
      '<R><Object><Key>a</Key></Object><Object><Key>b</Key><V/></Object></R>',
      { 'Object[].Key': ['a', 'b'] },
    ],
    [
      'a list with a wrapper',
      '<R><Names><member>a</member><member>b</member></Names></R>',
      { 'Names.member[]': ['a', 'b'] },
    ],
    ['the same name elsewhere', '<R><Other><Name>x</Name></Other><Key>y</Key></R>', {}],
    [
      'an element that the cut went through',
      '<R><Object><Key>a</Key></Object><Object><Key>b',
      { 'Object[].Key': ['a'] },
    ],
    ['no XML', 'Name=a', {}],
    ['nothing', '', {}],
  ])('%s', (_, text, found) => {
    expect(scan(text)).toEqual(found);
  });

  it('give back any text that was written', () => {
    const write = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const objects = texts.map((text) => `<Object><Key>${write(text)}</Key></Object>`);
        expect(scan(`<Delete>${objects.join('\n')}</Delete>`)).toEqual({ 'Object[].Key': texts });
      }),
    );
  });

  it('are looked for in any markup without an exception', () => {
    const mark = fc.constantFrom(
      '<',
      '>',
      '/',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '"',
      "'",
      '&',
      'Name',
      ':',
      '?',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        expect(() => scan(marks.join(''))).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Object[V].Key', ['a']],
    ['Object[!V].Key', ['b', 'c']],
  ])('of items with and without a member are told apart: %s', (wire, values) => {
    const text =
      '<R><Object><Key>a</Key><V>1</V></Object><Object><Key>b</Key></Object><Object><Other><V>2</V></Other><Key>c</Key></Object></R>';
    expect(readWhole(new XmlScanner(Buffer.from(text), [wire])).byWire.get(wire)).toEqual(values);
  });
});
