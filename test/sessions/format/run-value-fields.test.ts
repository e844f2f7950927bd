import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatSessionHeader,
  parseSessionHeader,
} from '../../../sessions/format/session-header.ts';
import { uniteRunValues } from '../../../sessions/run-value.ts';
import { arbitraryRunValues } from '../support/arbitrary-run-values.ts';

const header = {
  name: 'app',
  created: '2026-01-31T09:00:00.000Z',
  updated: '2026-01-31T09:00:02.000Z',
  runs: 1,
  distinctCalls: 0,
  folded: [],
};

describe("the values of a session's runs", () => {
  it('are read as they were written, sorted and each once', () => {
    fc.assert(
      fc.property(arbitraryRunValues, (values) => {
        const runValues = uniteRunValues(values, []);
        const line = formatSessionHeader({ ...header, runValues });
        expect(parseSessionHeader(line)).toEqual({ ...header, runValues });
      }),
    );
  });

  it('are none in a session that was recorded before they were kept', () => {
    const line =
      '{"format":"leastgrant-session","version":1,"name":"app","created":"2026-01-31T09:00:00.000Z","updated":"2026-01-31T09:00:02.000Z","runs":1,"distinctCalls":0,"folded":[],"calls":[';
    expect(parseSessionHeader(line)).toEqual({ ...header, runValues: [] });
    expect(formatSessionHeader({ ...header, runValues: [] })).toBe(line);
  });

  it.each([
    ['no list', '"4711"'],
    ['an empty list', '[]'],
    ['a value without a source', '[{"value":"4711"}]'],
    ['a value with more than is known', '[{"source":"A","value":"4711","run":1}]'],
    ['a value that is a number', '[{"source":"A","value":4711}]'],
  ])('are refused where they are %s', (_what, json) => {
    const line = formatSessionHeader({ ...header, runValues: [{ source: 'A', value: 'B' }] });
    const damaged = line.replace(/"runValues":\[.*?\]/, `"runValues":${json}`);
    expect(() => parseSessionHeader(damaged)).toThrowError(
      expect.objectContaining({ code: 'E_SESSION_DAMAGED' }),
    );
  });
});
