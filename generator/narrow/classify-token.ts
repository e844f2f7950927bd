import { wordLikeness } from './word-likeness.ts';

/** What a token of letters and digits is, where it is made for one run; see docs/policies.md for the forms. */
export type TokenRule = 'ulid' | 'ksuid' | 'hexadecimal' | 'awsId' | 'number' | 'date' | 'random';

/**
 * Returns what kind of run-specific id a token of letters and digits is; undefined where it may as well be a name. Made
 * to miss an id now and then rather than to take a name for one: what is missed shows when a second run is recorded.
 */
export function classifyToken(token: string): TokenRule | undefined {
  if (isDigits.test(token)) return classifyNumber(token);
  if (token.length < 7 || kept.has(token)) return undefined;
  if (uniqueId.test(token)) return 'awsId';
  if (hexadecimal.test(token)) {
    return token.length > 7 || /\d.*[a-f]|[a-f].*\d/i.test(token) ? 'hexadecimal' : undefined;
  }
  if (token.length < 8 || !/\d/.test(token)) return undefined;
  if (ulid.test(token)) return 'ulid';
  const isRandom = looksRandom(token);
  if (token.length === 27 && isRandom) return 'ksuid';
  return isRandom ? 'random' : undefined;
}

/**
 * Tells whether a token with a digit in it reads like one drawn at random: letters and digits take turns, or capitals
 * and small letters do, and the letters between make no words.
 */
export function looksRandom(token: string): boolean {
  const likeness = wordLikeness(token);
  const turns = turnsOf(token);
  if (turns < 2) return false;
  // In a long token of capitals and small letters the pairs say less than how often it turns.
  const isMixed = /[a-z]/.test(token) && /[A-Z]/.test(token);
  if (isMixed && token.length > 11 && turns > token.length * 0.3) return true;
  if (likeness === undefined) return turns > 2;
  return turns === 2 ? likeness <= 0.5 : likeness < 0.7;
}

/** How often a token changes between letters and digits, and between small letters and capitals not at a word's start. */
function turnsOf(token: string): number {
  const words = token.replaceAll(/[A-Z][a-z]{2,}/g, (word) => word.toLowerCase());
  return [...words.matchAll(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)].length;
}

function classifyNumber(token: string): TokenRule | undefined {
  if (
    /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d){0,2}\d{0,3})?$/.test(
      token,
    )
  ) {
    return 'date';
  }
  // Twelve digits are an account.
  if (token.length === 12) return undefined;
  return token.length > 5 || /^0\d{3}/.test(token) ? 'number' : undefined;
}

const isDigits = /^\d+$/;
const hexadecimal = /^(?:[0-9a-f]{7,}|[0-9A-F]{7,})$/;
// Source: ULID specification: Crockford's base 32, the first character at most 7.
const ulid = /^[0-7](?:[0-9A-HJKMNP-TV-Z]{25}|[0-9a-hjkmnp-tv-z]{25})$/;
// Source: IAM User Guide, "IAM identifiers", unique id prefixes.
const uniqueId = /^(?:ABIA|ACCA|AGPA|AIDA|AIPA|AKIA|ANPA|ANVA|APKA|AROA|ASCA|ASIA)[A-Z2-7]{12,17}$/;
// The CDK's default qualifier is the same in every account.
const kept = new Set(['hnb659fds']);
