import { describe, expect, it } from 'vitest';
import { formatCall } from '../../../sessions/format/format-call.ts';
import { sortParameters } from '../../../sessions/format/sort-parameters.ts';
import { getObject } from '../support/sample-calls.ts';

describe('sortParameters', () => {
  it('puts names in order, so that the same call is the same line', () => {
    const a = formatCall(getObject({ parameters: { Key: 'k', Bucket: 'b' } }));
    expect(a).toBe(formatCall(getObject({ parameters: { Bucket: 'b', Key: 'k' } })));
    expect(a).toContain('{"Bucket":"b","Key":"k"}');
  });

  it('returns what is in order as it is', () => {
    const parameters = { Bucket: 'b', Key: ['k1', 'k0'] };
    expect(sortParameters(parameters)).toBe(parameters);
  });

  it('keeps a parameter called __proto__', () => {
    const parameters = Object.fromEntries([
      ['a', '1'],
      ['__proto__', '2'],
    ]);
    expect(Object.entries(sortParameters(parameters))).toEqual([
      ['__proto__', '2'],
      ['a', '1'],
    ]);
  });
});
