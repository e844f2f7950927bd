import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCalls } from '../../sessions/compare-calls.ts';
import { formatCall } from '../../sessions/format/format-call.ts';
import { parseCall } from '../../sessions/format/parse-call.ts';
import { arbitraryCall } from './support/arbitrary-calls.ts';
import { getObject, unrecognised } from './support/sample-calls.ts';

// With its parameter names in order, as every call of the store has them.
const storedCall = arbitraryCall.map((call) => parseCall(JSON.parse(formatCall(call))));

describe('compareCalls', () => {
  it('is zero exactly for calls that are stored as the same line', () => {
    fc.assert(
      fc.property(storedCall, storedCall, (a, b) => {
        expect(compareCalls(a, b) === 0).toBe(formatCall(a) === formatCall(b));
      }),
    );
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(storedCall, storedCall, storedCall, (a, b, c) => {
        expect(Math.sign(compareCalls(a, b))).toBe(-Math.sign(compareCalls(b, a)) + 0);
        if (compareCalls(a, b) <= 0 && compareCalls(b, c) <= 0) {
          expect(compareCalls(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('puts recognised calls first, then goes by service, operation and resource', () => {
    const ordered = [
      getObject({ service: 'dynamodb', operation: 'Query' }),
      getObject({ operation: 'DeleteObject' }),
      getObject({ parameters: { Key: 'a' } }),
      getObject({ parameters: { Key: 'b' } }),
      unrecognised(),
    ];
    expect([...ordered].reverse().sort(compareCalls)).toEqual(ordered);
  });
});
