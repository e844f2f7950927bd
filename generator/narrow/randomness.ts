import { withoutKnownTerms } from './known-terms.ts';
import { letterCostOf } from './letter-costs.ts';

/**
 * Tells whether a token of letters and digits reads like one drawn at random. In names that say they are a test's random
 * texts are many, so less is asked of them.
 */
export function isRandom(token: string, isTest: boolean): boolean {
  if (token.length < (isTest ? 5 : 7)) return false;
  if (!isTest && conversion.test(token)) return false;
  return scoreOf(token) > (isTest ? -0.5 : 0.5);
}

/**
 * Tells whether a token of letters alone was drawn at random: it is long, and its letters follow each other more strangely
 * than those of names put together of words and abbreviations do. Of 120,000 names of AWS's operations and their members,
 * in small letters, seven are taken for such. Where words begin with capitals, more letters are needed.
 */
export function isRandomLetters(token: string, isTest: boolean): boolean {
  const { length } = token;
  if (length < (isTest ? 10 : 12)) return false;
  const { letters, bits } = letterCostOf(token);
  if (/[a-z]/.test(token) && /[A-Z]/.test(token)) {
    return length >= 16 && bits > (length >= 20 ? 4.7 : 5) * letters;
  }
  return bits > (isTest || length >= 16 ? 5 : 5.2) * letters;
}

/** Tells whether a token, however short, that differs from another in the same place may be random. */
export function mayBeRandom(token: string): boolean {
  return scoreOf(token) > -0.5;
}

/** Tells whether a text of letters is no word: its letters follow each other more strangely than those of 19 words in 20. */
export function isNoWord(text: string): boolean {
  const { letters, bits } = letterCostOf(text);
  return bits > 4.7 * letters;
}

/**
 * Tells whether a text that stands where a random suffix does is one: letters and digits are mixed in it, or capitals and
 * small letters, or all are capitals; what letters follow each other make no words; and it is not put together of parts
 * that begin with a capital, as names are: `Glue3Crawler`.
 */
export function isRandomSuffix(text: string): boolean {
  const rest = withoutKnownTerms(text).join('');
  const isMixed =
    /\d.*[A-Za-z]|[A-Za-z].*\d|^[A-Z]+$/.test(rest) || countMatches(rest, /[a-z][A-Z]/g) > 2;
  if (!isMixed) return false;
  const { letters, bits } = letterCostOf(rest);
  const words = (rest.match(/[A-Z][a-z]{2,}/g) ?? []).join('');
  const isOfWords = words.length >= 0.6 * letters && !isNoWord(words);
  return bits > 4.4 * letters && !isOfWords;
}

/** Below 0 for a name, above 0 for a text drawn at random; minus infinity where no digit is left to tell by. */
function scoreOf(token: string): number {
  const parts = withoutKnownTerms(token);
  if (!parts.some((part) => /\d/.test(part))) return Number.NEGATIVE_INFINITY;
  return parts.reduce((sum, part) => sum + randomnessOf(part), -base);
}

/** From one thing to another: `csv2parquet`, `Svg4Everybody`. Of texts drawn at random two in a hundred look like that. */
const conversion = /^[A-Za-z]?[a-z]+[24][A-Za-z]?[a-z]+$/;

/** What a token of one kind of characters starts from. */
const base = 3;

/**
 * Returns how much more a text reads like one drawn at random than like a part of a name. Names hold words, few digits
 * between letters, and seldom go on behind a digit; random texts take turns. The weights are those of a logistic
 * regression on the names of files and on random texts, rounded.
 */
function randomnessOf(text: string): number {
  const { letters, bits } = letterCostOf(text);
  // Where a capital begins a word it is no surprise: `OAuth2Client`.
  const behindDigits = countMatches(text, /\d(?=[A-Za-z])(?![A-Z][a-z]{2})/g);
  const capitals = countMatches(text, /[a-z](?=[A-Z])(?![A-Z][a-z]{2})/g);
  const behindLetters = countMatches(text, /[A-Za-z](?=\d)/g);
  const digits = countMatches(text, /\d/g);
  return (
    0.4 * bits -
    1.9 * letters +
    3 * behindDigits +
    2 * capitals +
    0.7 * behindLetters -
    0.9 * digits
  );
}

function countMatches(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0;
}
