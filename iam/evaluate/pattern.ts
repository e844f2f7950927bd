/** Stands in a request for a part that nobody knows: of all patterns, only `*` matches it. No text from outside holds it. */
export const unknownText = '\udfff';

/** Stands in a request for one unknown character: `*` and `?` match it. */
export const unknownCharacter = '\udffe';

/** A part of a pattern: text to be matched as it is, a wildcard, or a policy variable to be filled in for each request. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: '*' }
  | { readonly kind: '?' }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback: string | undefined };

/** Which of its special characters a text may use: it depends on the element and on the document's version. */
export interface PatternSyntax {
  readonly hasWildcards: boolean;
  readonly hasVariables: boolean;
}

const wildcards = /[*?]/g;
const variables = /\$\{([^}]*)\}/g;
const wildcardsAndVariables = /\$\{([^}]*)\}|[*?]/g;
const withDefault = /^([^,]*?)\s*,\s*'([^']*)'\s*$/s;

/**
 * Splits a value of a policy into text, wildcards and policy variables; `${*}`, `${?}` and `${$}` are text.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function parsePattern(value: string, syntax: PatternSyntax): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  let text = '';
  let from = 0;
  for (const match of value.matchAll(specialsOf(syntax))) {
    const [written, variable] = match;
    text += value.slice(from, match.index);
    from = match.index + written.length;
    const part = parseSpecial(written, variable);
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
    parts.push(part);
  }
  text += value.slice(from);
  if (text !== '') parts.push({ kind: 'text', text });
  return parts;
}

/** Tells whether a value holds a policy variable that a request must fill in: `${aws:username}`, but not `${*}`. */
export function hasVariable(value: string): boolean {
  return value.includes('${') && variablesIn(value).length > 0;
}

/** Returns the keys of a value's policy variables, in lower case. */
export function variablesIn(value: string): readonly string[] {
  const parts = parsePattern(value, { hasWildcards: false, hasVariables: true });
  return parts.flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
}

function specialsOf({ hasWildcards, hasVariables }: PatternSyntax): RegExp {
  if (!hasVariables) return hasWildcards ? wildcards : /(?!)/g;
  return hasWildcards ? wildcardsAndVariables : variables;
}

function parseSpecial(written: string, variable: string | undefined): PatternPart {
  if (variable === undefined) return written === '*' ? { kind: '*' } : { kind: '?' };
  if (variable === '*' || variable === '?' || variable === '$') {
    return { kind: 'text', text: variable };
  }
  const [, key = variable, fallback] = withDefault.exec(variable) ?? [];
  return { kind: 'variable', key: key.toLowerCase(), fallback };
}
