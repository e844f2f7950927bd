import { LeastgrantError } from '../../errors.ts';

/** A pattern that the user gave: what it matches, and what then stands in the policy. */
export interface UserPattern {
  /** As the user wrote it. */
  readonly text: string;
  /** The resource that takes the place of each that it matches. */
  readonly resource: string;
  matches(resource: string): boolean;
}

/** What is known of the caller, by policy variable: `aws:username`, `aws:PrincipalTag/team`. */
export type Caller = Readonly<Record<string, string>>;

/**
 * Parses a pattern such as `arn:aws:s3:::uploads/${user}/*`. `*` is any text, `?` any character, `${name}` one part
 * between slashes or colons; all three are wildcards in the policy. A policy variable (`${aws:username}`) matches the
 * caller's own value and stays as it is; `${*}`, `${?}` and `${$}` are the characters themselves.
 * @throws LeastgrantError E_USAGE where it is no ARN, or names a policy variable of which the caller's value is unknown
 */
export function parseUserPattern(text: string, caller: Caller): UserPattern {
  if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/s.test(text)) {
    throw new LeastgrantError('E_USAGE', `the pattern \`${text}\` is no ARN`, {
      hint: 'write all of it, with wildcards: `arn:aws:s3:::uploads/${user}/*`',
    });
  }
  let resource = '';
  let source = '';
  let colons = 0;
  for (const [piece, variable] of text.matchAll(/\$\{([^}]*)\}|[\s\S]/gu)) {
    const inHead = colons < 5;
    if (piece === ':') colons += 1;
    if (variable === undefined) {
      resource += piece;
      source += literalSource(piece, inHead);
    } else if (['*', '?', '$'].includes(variable)) {
      resource += piece;
      source += escapeRegExp(piece);
    } else if (variable.includes(':')) {
      resource += piece;
      source += escapeRegExp(callerValue(variable, caller, text));
    } else {
      resource += '*';
      source += '[^/:]+';
    }
  }
  const expression = new RegExp(`^${source}$`, 'su');
  return { text, resource, matches: (one) => expression.test(one) };
}

function literalSource(piece: string, inHead: boolean): string {
  if (piece === '*') return inHead ? '[^:]*' : '.*';
  if (piece === '?') return inHead ? '[^:]' : '.';
  return escapeRegExp(piece);
}

function callerValue(variable: string, caller: Caller, text: string): string {
  const name = variable.toLowerCase();
  const known = Object.entries(caller).find(([key]) => key.toLowerCase() === name);
  if (known !== undefined) return known[1];
  throw new LeastgrantError(
    'E_USAGE',
    `nobody said what \`\${${variable}}\` of the pattern \`${text}\` is for the recorded caller`,
    { hint: `add \`--caller ${variable}=VALUE\`` },
  );
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
