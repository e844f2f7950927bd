import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallLineReader } from '../../../sessions/format/call-line-reader.ts';
import { formatSessionCall } from '../../../sessions/format/format-call.ts';
import type { SessionCall } from '../../../sessions/session-call.ts';
import { arbitrarySession } from '../support/arbitrary-calls.ts';
import { getObjectAt, seenAt } from '../support/sample-calls.ts';

const { parameters } = getObjectAt('reports/january.csv');
const call = seenAt(5, { parameters });

function readAll(lines: readonly string[]): SessionCall[] {
  const reader = new CallLineReader();
  const bytes = Buffer.from(lines.map((line) => `${line},\n`).join(''));
  let start = 0;
  return lines.map((line) => {
    const end = start + Buffer.byteLength(line) + 1;
    const call = reader.readSimilar(bytes, start, end) ?? reader.read(line);
    start = end + 1;
    return call;
  });
}

describe('CallLineReader', () => {
  it('reads each line as if it were the only one', () => {
    fc.assert(
      fc.property(arbitrarySession, (calls) => {
        const lines = calls.map(formatSessionCall);
        expect(readAll(lines)).toEqual(lines.flatMap((line) => readAll([line])));
      }),
    );
  });

  it.each([
    ['a key that looks like the end', '},"outcome":"denied"'],
    ['a quotation mark', 'a"b'],
    ['a backslash at the end', 'a\\'],
    ['a text of another language', '報告書'],
  ])('reads parameters with %s', (_, value) => {
    const odd = { ...call, parameters: { ...parameters, Key: value } };
    const lines = [call, odd, call].map(formatSessionCall);
    expect(readAll(lines).map(formatSessionCall)).toEqual(lines);
  });

  it.each([
    ['the parameters', (line: string) => line.replace('"reports', 'reports')],
    ['the count', (line: string) => line.replace('"count":1', '"count":0')],
    ['a time', (line: string) => line.replace('"lastSeen":"', '"lastSeen":"x')],
    ['an unknown field', (line: string) => line.replace('"labels":', '"more":1,"labels":')],
    ['the end', (line: string) => line.slice(0, -1)],
    ['text behind the end', (line: string) => `${line} {}`],
  ])('does not read a line with damage to %s, whatever came before it', (_, damage) => {
    const line = formatSessionCall(call);
    expect(() => readAll([line, damage(line)])).toThrow(
      expect.objectContaining({ code: 'E_SESSION_DAMAGED' }),
    );
  });
});
