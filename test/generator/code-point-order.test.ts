import { describe, expect, it } from 'vitest';
import { compareCodePoints, sortDistinct } from '../../generator/code-point-order.ts';

// U+FF5E comes before U+1F600, but its code unit comes after the latter's first one.
const tilde = '\uff5e';
const face = '\u{1f600}';

describe('the order of code points', () => {
  it('puts capitals before small letters and ignores the locale', () => {
    expect(sortDistinct(['b', 'a', 'Z', 'ä', 'a'])).toEqual(['Z', 'a', 'b', 'ä']);
  });

  it('holds for characters beyond the basic plane', () => {
    expect(sortDistinct([face, tilde])).toEqual([tilde, face]);
    expect(compareCodePoints(`a${tilde}`, `a${face}`)).toBeLessThan(0);
    expect(compareCodePoints(face, `${face}a`)).toBeLessThan(0);
    expect(compareCodePoints(face, face)).toBe(0);
  });
});
