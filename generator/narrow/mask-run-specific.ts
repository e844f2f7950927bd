import { remember } from '../../aws/wire/remember.ts';
import { maskBase64 } from './mask-base64.ts';
import { isRandomLetters } from './randomness.ts';
import { type FoundPart, type MaskRule, runSpecificForms } from './run-specific-forms.ts';
import { isTestName } from './test-names.ts';

/** A name with its run-specific parts as wildcards. */
export interface MaskedText {
  readonly text: string;
  /** What the wildcards stand for, sorted; empty where there are none. */
  readonly rules: readonly MaskRule[];
}

/**
 * Replaces the parts of a name that were made for one run by `*`: what can be told from their form alone, seen once.
 * Regions and accounts in a name stay. Many resources name the same bucket or table, which is masked once.
 */
export const maskRunSpecific: (text: string) => MaskedText = remember(maskText, 100_000);

function maskText(text: string): MaskedText {
  if (!mayHoldId.test(text) && !holdsRandomLetters(text)) return { text, rules: none };
  let rules: Set<MaskRule> | undefined;
  let isTest: boolean | undefined;
  let openedEnd = -1;
  const withoutBase64 = maskBase64(text);
  if (withoutBase64 !== text) rules = new Set(['nanoid']);
  const masked = withoutBase64.replace(candidate, (found: string, ...rest) => {
    const form = runSpecificForms[rest.findIndex((capture) => capture !== undefined)];
    const at: number = rest[runSpecificForms.length];
    isTest ??= isTestName(text);
    const end = at + found.length;
    const isBehindId = openedEnd === at - 1 && /[-_]/.test(withoutBase64.charAt(openedEnd));
    const part: FoundPart = { found, text, end, isTest, isBehindId };
    const open = form?.open(part);
    if (open === undefined) return found;
    openedEnd = end;
    rules ??= new Set();
    rules.add(open.rule);
    return open.text;
  });
  return { text: masked, rules: rules === undefined ? none : [...rules].sort() };
}

const none: readonly MaskRule[] = [];

// Without a digit only suffixes at the end can be told from words, addresses, and long texts. These are looked at first:
// many names have long words, and the forms take far longer.
const mayHoldId = /\d|@|[a-f]{8}|[A-F]{8}|-[A-Za-z]{12,13}(?:$|[/:.])|tmp[.a-z_]/;

function holdsRandomLetters(text: string): boolean {
  return text.match(longWord)?.some((word) => isRandomLetters(word, true)) === true;
}

const longWord = /(?<![A-Za-z0-9])[A-Za-z]{10,}(?![A-Za-z0-9])/g;

// A part begins and ends where letters and digits do.
const candidate = new RegExp(
  `(?<![A-Za-z0-9])(?:${runSpecificForms.map(({ source }) => `(${source})`).join('|')})(?![A-Za-z0-9])`,
  'g',
);
