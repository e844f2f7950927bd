/**
 * Returns a text as it stands between HCL's double quotes, so that Terraform reads the same text: `${` and `%{` would
 * begin a template.
 * Source: Terraform language, "Strings and Templates", escape sequences.
 */
export function escapeHcl(text: string): string {
  const escaped = text
    .replaceAll(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(unprintable, toCodePoint);
  return escapeHclTemplate(escaped);
}

/**
 * Returns a text whose backslashes are already right, with `${` and `%{` doubled into HCL's escapes. A sign directly
 * before one is written by its code point, because `$$` is read as the escape wherever it comes first.
 */
export function escapeHclTemplate(text: string): string {
  return text.replaceAll(/([$%]*)([$%])\{/g, (_, before: string, sign: string) => {
    const apart = before.replaceAll('$', '\\u0024').replaceAll('%', '\\u0025');
    return `${apart}${sign}${sign}{`;
  });
}

/** Returns a text in HCL's double quotes. */
export function quoteHcl(text: string): string {
  return `"${escapeHcl(text)}"`;
}

const unprintable = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu;

function toCodePoint(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
