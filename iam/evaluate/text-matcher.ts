import { anyUnits, compileUnits, oneUnit } from './match-units.ts';
import type { PatternPart } from './pattern.ts';
import type { RequestContext } from './request-context.ts';

/** Compares texts with one value of a policy. */
export interface TextMatcher {
  /** The only text that it matches; undefined where a wildcard or a policy variable stands in it. */
  readonly exact: string | undefined;
  /** What every text that it matches starts with. */
  readonly prefix: string;
  /** A policy variable without a value, in a value without a default, matches nothing. */
  matches(text: string, context: RequestContext): boolean;
}

/** Turns wildcards into units: which ones may depend on where they stand. */
export type ToUnits = (parts: readonly PatternPart[]) => readonly number[];

/** Returns what compares texts with a pattern. */
export function compileMatcher(
  parts: readonly PatternPart[],
  toUnits: ToUnits = toPlainUnits,
): TextMatcher {
  const [first] = parts;
  if (first === undefined) return exactly('');
  if (parts.length === 1 && first.kind === 'text') return exactly(first.text);
  const prefix = first.kind === 'text' ? first.text : '';
  if (parts.some(({ kind }) => kind === 'variable')) {
    return {
      exact: undefined,
      prefix,
      matches: (text, context) => {
        if (!text.startsWith(prefix)) return false;
        const filled = fillVariables(parts, context);
        return filled !== undefined && compileUnits(toUnits(filled))(text);
      },
    };
  }
  const rest = compileUnits(toUnits(parts).slice(prefix.length));
  const last = prefix.length - 1;
  const lastUnit = prefix.charCodeAt(last);
  return {
    exact: undefined,
    prefix,
    // ARNs of one service begin alike: where two differ is seen at the prefix's end first.
    matches: (text) =>
      last < 0
        ? rest(text)
        : text.charCodeAt(last) === lastUnit && text.startsWith(prefix) && rest(text, last + 1),
  };
}

/** Returns the parts with the request's values in the place of variables; undefined where one has none. */
export function fillVariables(
  parts: readonly PatternPart[],
  context: RequestContext,
): readonly PatternPart[] | undefined {
  const filled: PatternPart[] = [];
  for (const part of parts) {
    if (part.kind !== 'variable') {
      filled.push(part);
      continue;
    }
    const text = variableValue(part.key, context) ?? part.fallback;
    if (text === undefined) return undefined;
    filled.push({ kind: 'text', text });
  }
  return filled;
}

/** The code units of parts that hold no variable; wildcards take any character. */
function toPlainUnits(parts: readonly PatternPart[]): readonly number[] {
  return parts.flatMap((part) => {
    if (part.kind === '*') return [anyUnits];
    if (part.kind === '?') return [oneUnit];
    return part.kind === 'text' ? unitsOf(part.text) : [];
  });
}

/** Returns the UTF-16 code units of a text. */
export function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** A key with several values cannot be a variable. Source: "Variables and tags", the note on multivalued keys. */
function variableValue(key: string, context: RequestContext): string | undefined {
  const values = context.get(key);
  return values?.length === 1 ? values[0] : undefined;
}

function exactly(exact: string): TextMatcher {
  return { exact, prefix: exact, matches: (text) => text === exact };
}
