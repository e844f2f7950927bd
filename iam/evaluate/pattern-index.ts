import type { RequestContext } from './request-context.ts';
import type { TextMatcher } from './text-matcher.ts';

/** The patterns of one list, ready to be asked which of them match a text. */
export interface PatternIndex {
  /** Returns the place in the list of a pattern that matches, exact ones first; -1 where none does. */
  find(text: string, context: RequestContext): number;
  /** Returns the places of all patterns that match, exact ones first. */
  findAll(text: string, context: RequestContext): readonly number[];
}

interface Placed {
  readonly place: number;
  readonly matcher: TextMatcher;
}

const special = /[*?$]/;

/** Up to this many patterns, trying each costs less than looking up prefixes. */
const fewPatterns = 8;

/**
 * Returns an index of patterns. Exact texts are found at once, however many there are; of the others only those are
 * tried whose literal beginning the text has.
 */
export function indexPatterns(
  patterns: readonly string[],
  compile: (pattern: string) => TextMatcher,
): PatternIndex {
  const exact = new Map<string, number>();
  const others: Placed[] = [];
  for (const [place, pattern] of patterns.entries()) {
    // A large policy is a list of plain texts: a matcher for each would take more memory than the list.
    const matcher = special.test(pattern) ? compile(pattern) : undefined;
    const text = matcher === undefined ? pattern : matcher.exact;
    if (text !== undefined && !exact.has(text)) exact.set(text, place);
    else others.push({ place, matcher: matcher ?? compile(pattern) });
  }
  const candidates = others.length <= fewPatterns ? () => others : byPrefix(others);
  return {
    find(text, context) {
      const found = exact.get(text);
      if (found !== undefined) return found;
      for (const { place, matcher } of candidates(text)) {
        if (text.startsWith(matcher.prefix) && matcher.matches(text, context)) return place;
      }
      return -1;
    },
    findAll(text, context) {
      const found = exact.get(text);
      const places = found === undefined ? [] : [found];
      for (const { place, matcher } of candidates(text)) {
        if (matcher.matches(text, context)) places.push(place);
      }
      return places;
    },
  };
}

function byPrefix(patterns: readonly Placed[]): (text: string) => Iterable<Placed> {
  const groups = new Map<string, Placed[]>();
  for (const pattern of patterns) {
    const group = groups.get(pattern.matcher.prefix);
    if (group === undefined) groups.set(pattern.matcher.prefix, [pattern]);
    else group.push(pattern);
  }
  const lengths = [...new Set([...groups.keys()].map((prefix) => prefix.length))].sort(
    (a, b) => a - b,
  );
  return function* candidates(text) {
    for (const length of lengths) {
      if (length > text.length) return;
      yield* groups.get(text.slice(0, length)) ?? [];
    }
  };
}
