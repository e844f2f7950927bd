import { isMadeOfWords } from './hexadecimal-words.ts';
import { isRandom, isRandomLetters } from './randomness.ts';

/** What a token of letters and digits is, where it is made for one run; see docs/policies.md for the forms. */
export type TokenRule = 'ulid' | 'ksuid' | 'hexadecimal' | 'awsId' | 'number' | 'date' | 'random';

/**
 * Returns what kind of run-specific id a token of letters and digits is; undefined where it may as well be a name. Made
 * to miss an id now and then rather than to take a name for one: what is missed shows when a second run is recorded.
 * In names that say they are a test's or temporary, ids are to be expected, and shorter texts are taken for them.
 */
export function classifyToken(token: string, isTest = false): TokenRule | undefined {
  if (isDigits.test(token)) return classifyNumber(token, isTest);
  // A short text drawn at random has a digit often; what has none is a word, an abbreviation, or a joke: `cafebabe`.
  if (!/\d/.test(token)) {
    if (isTest && token.length > 7 && hexadecimal.test(token)) return 'hexadecimal';
    return isRandomLetters(token, isTest) ? 'random' : undefined;
  }
  if (token.length < 5) return undefined;
  if (uniqueId.test(token)) return 'awsId';
  if (token.length > 6 && hexadecimal.test(token) && (isTest || !isMadeOfWords(token))) {
    return 'hexadecimal';
  }
  if (ulid.test(token)) return 'ulid';
  if (!isRandom(token, isTest)) return undefined;
  return token.length === 27 ? 'ksuid' : 'random';
}

function classifyNumber(token: string, isTest: boolean): TokenRule | undefined {
  if (dateDigits.test(token)) return 'date';
  // Twelve digits are an account.
  if (token.length === 12) return undefined;
  if (token.length > 5 || /^0\d{4}/.test(token)) return 'number';
  // A process, a port, a build; not a year.
  return isTest && token.length > 3 && !/^(?:19|20)\d\d$/.test(token) ? 'number' : undefined;
}

const isDigits = /^\d+$/;
const dateDigits =
  /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d){0,2}\d{0,3})?$/;
const hexadecimal = /^(?:[0-9a-f]+|[0-9A-F]+)$/;
// Source: ULID specification: Crockford's base 32, the first character at most 7.
const ulid = /^[0-7](?:[0-9A-HJKMNP-TV-Z]{25}|[0-9a-hjkmnp-tv-z]{25})$/;
// Source: IAM User Guide, "IAM identifiers", unique id prefixes.
const uniqueId = /^(?:ABIA|ACCA|AGPA|AIDA|AIPA|AKIA|ANPA|ANVA|APKA|AROA|ASCA|ASIA)[A-Z2-7]{12,17}$/;
