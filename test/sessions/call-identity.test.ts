import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashCall, isSameCall } from '../../sessions/call-identity.ts';
import { formatCall } from '../../sessions/format/format-call.ts';
import { arbitraryCall, arbitraryParameters } from './support/arbitrary-calls.ts';
import { getObject } from './support/sample-calls.ts';

const unexplained = {
  principal: null,
  action: null,
  resources: [],
  deniedBy: null,
  isExplicit: false,
  policy: null,
};

describe('isSameCall', () => {
  it('holds exactly for calls that are stored as the same line', () => {
    fc.assert(
      fc.property(arbitraryCall, arbitraryCall, (a, b) => {
        expect(isSameCall(a, b)).toBe(formatCall(a) === formatCall(b));
      }),
    );
  });

  it('sees a difference in every field', () => {
    const call = getObject();
    for (const field of Object.keys(call)) {
      expect(isSameCall(call, { ...call, [field]: 'other' }), field).toBe(false);
    }
  });

  it('sees no difference in an encoded message, which AWS makes anew for each answer', () => {
    const denied = (encodedMessage: string) =>
      getObject({ outcome: 'denied', denials: [{ ...unexplained, encodedMessage }] });
    expect(isSameCall(denied('first'), denied('second'))).toBe(true);
    expect(isSameCall(denied('first'), getObject({ outcome: 'denied' }))).toBe(false);
  });

  it('tells a string from a list of one', () => {
    const text = getObject({ parameters: { Key: 'a' } });
    expect(isSameCall(text, getObject({ parameters: { Key: ['a'] } }))).toBe(false);
  });
});

describe('hashCall', () => {
  it('is equal for equal calls, whatever the order of their parameters', () => {
    fc.assert(
      fc.property(arbitraryParameters, (parameters) => {
        const reversed = Object.fromEntries(Object.entries(parameters).reverse());
        const [a, b] = [getObject({ parameters }), getObject({ parameters: reversed })];
        expect(hashCall(a)).toBe(hashCall(b));
        expect(isSameCall(a, b)).toBe(true);
      }),
    );
  });

  it('spreads calls that differ in one resource', () => {
    const hashes = new Set<number>();
    for (let at = 0; at < 10_000; at += 1) {
      hashes.add(hashCall(getObject({ parameters: { Bucket: 'b', Key: `key-${at}` } })));
    }
    expect(hashes.size).toBeGreaterThan(9_900);
  });
});
