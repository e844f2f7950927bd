import { type PatternSyntax, parsePattern, unknownCharacter, unknownText } from './pattern.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Returns a text that stands for all that a pattern matches: its wildcards are unknown parts, `${*}` is the character
 * itself, and policy variables have the values of `context`, or are unknown as well. What `syntax` does not have is text.
 */
export function toRepresentative(
  value: string,
  context?: RequestContext,
  syntax: PatternSyntax = { hasWildcards: true, hasVariables: true },
): string {
  if (!special.test(value)) return value;
  return parsePattern(value, syntax)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === '?') return unknownCharacter;
      if (part.kind === '*') return unknownText;
      return context?.get(part.key)?.[0] ?? part.fallback ?? unknownText;
    })
    .join('');
}

const special = /[*?$]/;
