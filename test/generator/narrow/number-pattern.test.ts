import { describe, expect, it } from 'vitest';
import { numberPattern } from '../../../generator/narrow/number-pattern.ts';

describe('numberPattern', () => {
  it.each([
    ['worker', '1', '?'],
    ['worker', '12', '??'],
    ['p', '1', '?'],
    ['pr', '347', '???'],
    ['pr', '47', '4?'],
    ['PR', '47', '4?'],
    ['d', '12', '1?'],
    ['q', '1', '1'],
    ['st', '100', '1??'],
  ])('of %s before %s is %s', (letters, digits, pattern) => {
    expect(numberPattern(letters, digits)).toBe(pattern);
  });

  it('of many is any text, but no environment', () => {
    expect([numberPattern('worker', '12', true), numberPattern('pr', '347', true)]).toEqual([
      '*',
      '3*',
    ]);
  });
});
