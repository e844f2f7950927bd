import { isCommit, isRelease, isTellingStart, type RunValue, tokensOf } from './run-value.ts';

/** Where a name holds a value of a run. */
export interface FoundRunValue {
  readonly start: number;
  readonly end: number;
  /** The value that is found there, in full. */
  readonly runValue: RunValue;
  /** What a number stands directly behind; empty for what is a token by itself. */
  readonly lettersBefore: string;
}

/** A run of letters and digits, by its place. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Needle {
  readonly runValue: RunValue;
  readonly tokens: readonly string[];
  /** Whether names may have its first words alone: they are cut where they would be too long. */
  readonly mayBeCut: boolean;
}

/** Finds the values of runs in names: as whole tokens, in any case, with any separators or none. */
export class RunValueFinder {
  /** By the first token. */
  readonly #texts = new Map<string, Needle[]>();
  readonly #numbers = new Map<string, RunValue>();
  /** By the first seven digits, of which short forms have at least as many. */
  readonly #commits = new Map<string, RunValue>();
  /** What every name has that holds a value; undefined where there are too many. */
  #start: RegExp | undefined;

  constructor(values: Iterable<RunValue>) {
    for (const runValue of values) this.#add(runValue);
    const starts = [...this.#texts.keys(), ...this.#numbers.keys(), ...this.#commits.keys()];
    // Of letters and digits alone, so that nothing needs to be escaped.
    if (starts.length <= mostStarts) this.#start = new RegExp(starts.join('|'), 'i');
  }

  /** Returns where a text holds values of several words, commits and releases: in order, none within another. */
  findTexts(text: string): readonly FoundRunValue[] {
    if (!this.#mayHold(text)) return [];
    const tokens = tokensIn(text);
    const found: FoundRunValue[] = [];
    for (let at = 0; at < tokens.length; ) {
      const count = this.#matchAt(text, tokens, at, found);
      at += Math.max(count, 1);
    }
    return found;
  }

  /** Returns where a text holds values that are numbers, in order. */
  findNumbers(text: string): readonly FoundRunValue[] {
    if (this.#numbers.size === 0 || !this.#mayHold(text)) return [];
    const found: FoundRunValue[] = [];
    for (const { text: token, start, end } of tokensIn(text)) {
      const digits = /^[a-z]*?(\d+)$/.exec(token)?.[1] ?? '';
      const runValue = this.#numbers.get(digits);
      const lettersBefore = token.slice(0, token.length - digits.length);
      // So few digits behind a word are a part of it: `sp500`.
      if (runValue === undefined || (lettersBefore !== '' && digits.length < 4)) continue;
      const from = end - digits.length;
      if (isPartOfVersion(text, start, end)) continue;
      found.push({ start: from, end, runValue, lettersBefore });
    }
    return found;
  }

  #mayHold(text: string): boolean {
    if (this.#texts.size + this.#numbers.size + this.#commits.size === 0) return false;
    return this.#start?.test(text) !== false;
  }

  #add(runValue: RunValue): void {
    const { value } = runValue;
    if (/^\d+$/.test(value)) {
      this.#numbers.set(value, runValue);
      return;
    }
    if (isCommit(value)) {
      this.#commits.set(value.slice(0, shortestCommit), runValue);
      return;
    }
    const isNumbered = isRelease(value);
    const tokens = tokensOf(isNumbered ? value.replace(/^[vV]/, '') : value);
    if (tokens.length === 0) return;
    this.#addNeedle({ runValue, tokens, mayBeCut: !isNumbered });
    if (isNumbered) {
      const [first = '', ...rest] = tokens;
      this.#addNeedle({ runValue, tokens: [`v${first}`, ...rest], mayBeCut: false });
    } else if (tokens.length > 1 && tokens.join('').length >= 10) {
      this.#addNeedle({ runValue, tokens: [tokens.join('')], mayBeCut: false });
    }
  }

  #addNeedle(needle: Needle): void {
    const [first = ''] = needle.tokens;
    const known = this.#texts.get(first);
    if (known === undefined) this.#texts.set(first, [needle]);
    else known.push(needle);
  }

  /** Returns how many tokens the longest value takes that begins with this one; 0 where none does. */
  #matchAt(text: string, tokens: readonly Token[], at: number, found: FoundRunValue[]): number {
    const first = tokens[at];
    if (first === undefined) return 0;
    const commit = this.#commits.get(first.text.slice(0, shortestCommit));
    if (commit?.value.startsWith(first.text) && first.text.length >= shortestCommit) {
      found.push({ start: first.start, end: first.end, runValue: commit, lettersBefore: '' });
      return 1;
    }
    let count = 0;
    let best: RunValue | undefined;
    for (const needle of this.#texts.get(first.text) ?? []) {
      const length = lengthOfMatch(text, tokens, at, needle);
      if (length <= count) continue;
      count = length;
      best = needle.runValue;
    }
    const last = tokens[at + count - 1];
    if (best === undefined || last === undefined) return 0;
    const isReleaseFound = isRelease(best.value);
    if (isReleaseFound && isPartOfVersion(text, first.start, last.end)) return 0;
    // The letter that stands before every release stays.
    const start = first.start + (isReleaseFound && first.text.startsWith('v') ? 1 : 0);
    found.push({ start, end: last.end, runValue: best, lettersBefore: '' });
    return count;
  }
}

const shortestCommit = 7;
/** An expression of more alternatives takes longer than to look at every token. */
const mostStarts = 30;

/** A wildcard is a letter: what holds one is no value. */
function tokensIn(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: token, index } of text.matchAll(/[A-Za-z0-9*?]+/g)) {
    tokens.push({ text: token.toLowerCase(), start: index, end: index + token.length });
  }
  return tokens;
}

/** Returns how many tokens from `at` on are those of a value, or its first ones where these say enough. */
function lengthOfMatch(
  text: string,
  tokens: readonly Token[],
  at: number,
  { tokens: wanted, mayBeCut }: Needle,
): number {
  let count = 0;
  for (; count < wanted.length; count += 1) {
    const token = tokens[at + count];
    if (token === undefined || !follows(text, tokens, at, count)) break;
    if (token.text === wanted[count]) continue;
    // Cut within a word.
    const isCut = mayBeCut && count > 0 && wanted[count]?.startsWith(token.text) === true;
    const begun = [...wanted.slice(0, count), token.text];
    return isCut && isTellingStart(begun) ? count + 1 : wholeWords(wanted, count, mayBeCut);
  }
  return count === wanted.length ? count : wholeWords(wanted, count, mayBeCut);
}

function wholeWords(wanted: readonly string[], count: number, mayBeCut: boolean): number {
  return mayBeCut && isTellingStart(wanted.slice(0, count)) ? count : 0;
}

/** One character stands between two words of a value. */
function follows(text: string, tokens: readonly Token[], at: number, count: number): boolean {
  const before = tokens[at + count - 1];
  const token = tokens[at + count];
  if (count === 0 || before === undefined || token === undefined) return true;
  return token.start - before.end === 1 && /[-_./ +]/.test(text.charAt(before.end));
}

function isPartOfVersion(text: string, start: number, end: number): boolean {
  return /\d\.$/.test(text.slice(0, start)) || /^\.\d/.test(text.slice(end));
}
