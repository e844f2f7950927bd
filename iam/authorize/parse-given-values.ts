import { LeastgrantError } from '../../errors.ts';

/** A condition key and the values that it is held to. */
export interface GivenValues {
  /** As AWS spells it. */
  readonly key: string;
  readonly values: readonly string[];
}

/** What an example of a value says: nearly always items belong to who reads them. */
const example = '${aws:PrincipalTag/tenant}';

/**
 * Splits a text at a separator, but not within a policy variable: a default stands behind a comma,
 * `${aws:PrincipalTag/tenant, 'none'}`.
 */
export function splitOutsideVariables(text: string, separator: ',' | '|'): readonly string[] {
  const pieces = text.match(/\$\{[^}]*\}|[\s\S]/g) ?? [];
  const parts = [''];
  for (const piece of pieces) {
    if (piece === separator) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts.map((part) => part.trim());
}

/**
 * Parses the values of a key, `a|${aws:username}`: policy variables and wildcards as IAM reads them.
 * @throws LeastgrantError E_USAGE
 */
export function parseGivenValues(key: string, text: string): GivenValues {
  const values = splitOutsideVariables(text, '|').filter((value) => value !== '');
  if (values.length === 0) throw needsValues(key);
  for (const value of values) expectValue(value, key);
  return { key, values };
}

/** Returns the error of a key that is named without values, though no recording holds any. */
export function needsValues(key: string): LeastgrantError {
  return new LeastgrantError(
    'E_USAGE',
    `\`${key}\` needs a value: its own are payload, which is never recorded`,
    { hint: `say what it is held to, in single quotes for the shell: '+${key}=${example}'` },
  );
}

function expectValue(value: string, key: string): void {
  if (/\$\{(?![^{}]+\})/.test(value)) {
    throw new LeastgrantError(
      'E_USAGE',
      `the value \`${value}\` of \`${key}\` holds a policy variable that is empty or not closed`,
      { hint: `a policy variable is a condition key in braces: \`${example}\`` },
    );
  }
  // Source: IAM and AWS STS quotas, characters of a policy.
  if (/[^\u0020-\u00ff]/.test(value)) {
    throw new LeastgrantError(
      'E_USAGE',
      `the value \`${value}\` of \`${key}\` holds a character that IAM takes in no policy`,
      { hint: 'IAM takes characters up to U+00FF; write `?` or `*` in its place' },
    );
  }
}
