import { parsePattern, unknownCharacter, unknownText } from './pattern.ts';

/** Returns a text with the wildcards of a recorded value as unknown parts, and `${*}` as the character itself. */
export function toRepresentative(value: string): string {
  if (!special.test(value)) return value;
  return parsePattern(value, { hasWildcards: true, hasVariables: true })
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === '?' ? unknownCharacter : unknownText;
    })
    .join('');
}

const special = /[*?$]/;
