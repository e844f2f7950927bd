import { remember } from '../../aws/wire/remember.ts';
import { namePartsOf } from './name-parts.ts';
import { mayBeRandom } from './randomness.ts';
import { isTestName } from './test-names.ts';

/** A part of a name that may differ from run to run, though nothing in it alone says so. */
export interface Tail {
  readonly start: number;
  readonly end: number;
  /**
   * Digits; letters and digits that look random; such as may be a name as well; letters at the end of a name that says it
   * is a test's.
   */
  readonly kind: 'number' | 'random' | 'mixed' | 'word';
}

/** Returns the parts of a name that a second recording may show to vary, in order. Of each name they are found once. */
export const findTails: (name: string) => readonly Tail[] = remember(tailsOf, 100_000);

function tailsOf(name: string): readonly Tail[] {
  const isTest = isTestName(name);
  if (!isTest && !hasDigit.test(name)) return [];
  const tails: Tail[] = [];
  for (const { start, end } of namePartsOf(name)) {
    const tail = tailOf(name, start, end, isTest);
    const last = tails.at(-1);
    // `1.10.2` is one number.
    if (tail?.kind === 'number' && last?.kind === 'number' && isDotted(name, last, tail)) {
      tails[tails.length - 1] = { ...last, end: tail.end };
    } else if (tail !== undefined) tails.push(tail);
  }
  return tails;
}

function tailOf(name: string, start: number, end: number, isTest: boolean): Tail | undefined {
  const token = name.slice(start, end);
  if (!hasDigit.test(token)) {
    return isTest && token.length > 3 && onlyLetters.test(token) && endsTestName(name, start, end)
      ? { start, end, kind: 'word' }
      : undefined;
  }
  if (hasWildcard.test(token)) return undefined;
  if (onlyDigits.test(token)) {
    return token.length < 6 ? { start, end, kind: 'number' } : undefined;
  }
  if (token.length > 3 && mayBeRandom(token)) return { start, end, kind: 'random' };
  if (token.length > 3 && digitThenLetter.test(token)) return { start, end, kind: 'mixed' };
  // A second version of something is another thing, not the same in another run; a release is: `v1.10.2`.
  if (version.test(token)) {
    return isRelease.test(name.slice(end)) ? { start: start + 1, end, kind: 'number' } : undefined;
  }
  const digits = lastDigits.exec(token)?.[0].length ?? 0;
  return digits === 0 ? undefined : { start: end - digits, end, kind: 'number' };
}

/** Tells whether a part is the last of its folder's or file's name, and what stands before it says that it is a test's. */
function endsTestName(name: string, start: number, end: number): boolean {
  if (end < name.length && !'/.:'.includes(name.charAt(end))) return false;
  return isTestName(name.slice(name.lastIndexOf('/', start) + 1, start));
}

function isDotted(name: string, before: Tail, after: Tail): boolean {
  return after.start - before.end === 1 && name[before.end] === '.';
}

const hasDigit = /\d/;
const hasWildcard = /[*?]/;
const onlyDigits = /^\d+$/;
const onlyLetters = /^[A-Za-z]+$/;
const digitThenLetter = /\d[A-Za-z]/;
const lastDigits = /\d{1,5}$/;
const version = /^[vV]\d+$/;
const isRelease = /^\.\d+\.\d/;
