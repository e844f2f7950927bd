/** A request's condition keys in lower case. */
export type Context = Readonly<Record<string, readonly string[]>>;

/**
 * Returns the characters of a pattern, with those of its variables' values in their place, each marked as literal
 * (`=*`) where it would be special; undefined where a variable has neither value nor default.
 */
export function fillIn(
  pattern: string,
  context: Context,
  hasVariables: boolean,
): string[] | undefined {
  if (!hasVariables) return pattern.split('');
  const pieces: string[] = [];
  for (const [piece, variable] of pattern.matchAll(/\$\{([^}]*)\}|[\s\S]/g)) {
    const value = variable === undefined ? undefined : variableValue(variable, context);
    if (variable === undefined) pieces.push(piece);
    else if (value === undefined) return undefined;
    else pieces.push(...value.split('').map((one) => (/[*?]/.test(one) ? `=${one}` : one)));
  }
  return pieces;
}

function variableValue(variable: string, context: Context): string | undefined {
  if (['*', '?', '$'].includes(variable)) return variable;
  const [, name = variable, fallback] = /^(.*?)\s*,\s*'(.*)'\s*$/.exec(variable) ?? [];
  const values = context[name.toLowerCase()] ?? [];
  return values.length === 1 ? values[0] : fallback;
}

/**
 * Matches by trying everything: `*` any number of what is open, `?` one of them, `closed *` and `closed ?` the same
 * without colons, `=*` the asterisk itself.
 */
export function matchesSomehow(pieces: readonly string[], text: string, open: RegExp): boolean {
  const source = pieces.map((piece) => {
    if (piece === '*') return `(?:${open.source})*`;
    if (piece === '?') return open.source;
    if (piece === 'closed *') return '[^:]*';
    if (piece === 'closed ?') return '[^:]';
    return literal(piece.length > 1 ? piece.slice(1) : piece);
  });
  return new RegExp(`^${source.join('')}$`).test(text);
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
