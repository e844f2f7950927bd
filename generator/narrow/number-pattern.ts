import { matchesStandingName } from './standing-names.ts';

/**
 * Returns what stands for numbers like this one directly behind letters: a `?` for each digit, or `*` where there are many.
 * Where that would be an environment as well, the first digit stays, which no such name has: `pr12` becomes `pr1?`, since
 * `pr??` is also `prod`.
 */
export function numberPattern(letters: string, digits: string, isMany = false): string {
  const wildcard = isMany ? '*' : '?'.repeat(digits.length);
  if (!matchesStandingName(letters, wildcard)) return wildcard;
  return digits.slice(0, 1) + (isMany ? '*' : wildcard.slice(1));
}
