import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSessionCall } from '../../sessions/format/format-call.ts';
import { mergeCalls, sortCalls } from '../../sessions/merge.ts';
import type { SessionCall } from '../../sessions/session-call.ts';
import { arbitrarySession } from './support/arbitrary-calls.ts';
import { getObjectAt, seenAt } from './support/sample-calls.ts';

function lines(calls: readonly SessionCall[]): string[] {
  return calls.map(formatSessionCall);
}

describe('mergeCalls', () => {
  it('adds counts and keeps the first and the last time and all labels', () => {
    const a = [seenAt(5, { count: 2, labels: ['unit'] })];
    const b = [seenAt(9, { count: 3, labels: ['smoke', 'unit'] })];
    expect(mergeCalls(a, b)).toEqual([
      seenAt(5, { count: 5, lastSeen: seenAt(9).lastSeen, labels: ['smoke', 'unit'] }),
    ]);
  });

  it('keeps calls that only one side knows, sorted', () => {
    const [k1, k2, k3] = ['k1', 'k2', 'k3'].map((key) => seenAt(0, getObjectAt(key)));
    expect(mergeCalls([k1, k3].filter(isPresent), [k2].filter(isPresent))).toEqual([k1, k2, k3]);
  });

  it('does not depend on the order of its sides', () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (a, b) => {
        expect(lines(mergeCalls(a, b))).toEqual(lines(mergeCalls(b, a)));
      }),
    );
  });

  it('does not depend on what is merged first', () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, arbitrarySession, (a, b, c) => {
        const left = mergeCalls(mergeCalls(a, b), c);
        const right = mergeCalls(a, mergeCalls(b, c));
        expect(lines(left)).toEqual(lines(right));
      }),
    );
  });

  it('changes no set of calls by merging it with itself', () => {
    fc.assert(
      fc.property(arbitrarySession, (calls) => {
        const once = lines(sortCalls(calls).map(withoutHistory));
        expect(lines(mergeCalls(calls, calls).map(withoutHistory))).toEqual(once);
      }),
    );
  });

  it('loses no count', () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (a, b) => {
        expect(total(mergeCalls(a, b))).toBe(total(a) + total(b));
      }),
    );
  });
});

function withoutHistory(call: SessionCall): SessionCall {
  return { ...call, count: 1, labels: [] };
}

function total(calls: readonly SessionCall[]): number {
  return calls.reduce((sum, { count }) => sum + count, 0);
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
