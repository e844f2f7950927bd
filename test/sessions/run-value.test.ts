import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniteRunValues } from '../../sessions/run-value.ts';
import { arbitraryRunValues } from './support/arbitrary-run-values.ts';

describe('uniteRunValues', () => {
  it('has each value once, by its source, then by the value', () => {
    const [branch, seven, eight] = [
      { source: 'GITHUB_HEAD_REF', value: 'feature/login' },
      { source: 'GITHUB_RUN_NUMBER', value: '4711' },
      { source: 'GITHUB_RUN_NUMBER', value: '4712' },
    ];
    expect(uniteRunValues([eight, branch], [seven, branch])).toEqual([branch, seven, eight]);
  });

  it('depends on neither order nor repetition', () => {
    fc.assert(
      fc.property(arbitraryRunValues, arbitraryRunValues, arbitraryRunValues, (a, b, c) => {
        expect(uniteRunValues(a, b)).toEqual(uniteRunValues(b, a));
        expect(uniteRunValues(uniteRunValues(a, b), c)).toEqual(
          uniteRunValues(a, uniteRunValues(b, c)),
        );
        expect(uniteRunValues(a, a)).toEqual(uniteRunValues(a, []));
      }),
    );
  });
});
