import { LeastgrantError } from '../../errors.ts';
import { parsePattern } from '../evaluate/pattern.ts';
import { compileMatcher, type TextMatcher } from '../evaluate/text-matcher.ts';
import { nearestName } from '../policy-document/nearest-name.ts';
import { type ConditionChoice, defaultConditions, everyCondition } from './condition-choice.ts';
import { conditionKinds } from './condition-kinds.ts';
import {
  type GivenValues,
  needsValues,
  parseGivenValues,
  splitOutsideVariables,
} from './parse-given-values.ts';

/**
 * Parses which conditions are written: a list, with commas, of which the first part may be `default`, `all` or `none`.
 * `+KEY` adds a kind to it and `-KEY` takes one away; without a sign KEYs name all that are written. Keys compare
 * without case and may hold wildcards: `default,+s3:*,-kms:ViaService`. Of a kind that no recording holds the values of,
 * `+KEY=VALUE|VALUE` gives them.
 * @throws LeastgrantError E_USAGE
 */
export function parseConditionKinds(text: string): ConditionChoice {
  const [first = '', ...rest] = splitOutsideVariables(text, ',');
  const named = Object.hasOwn(bases, first) ? bases[first] : undefined;
  const changes = (named === undefined ? [first, ...rest] : rest).map(parseChange);
  const base = named ?? (/^[+-]/.test(first) ? defaultConditions : noCondition);
  if (changes.length === 0) return base;
  const known = new Map<string, boolean>();
  return {
    isWritten(key, isOffered) {
      const id = `${isOffered} ${key}`;
      const chosen = known.get(id);
      if (chosen !== undefined) return chosen;
      const last = changes.findLast(({ matcher }) => matches(matcher, key));
      const isWritten = last === undefined ? base.isWritten(key, isOffered) : last.isAdded;
      known.set(id, isWritten);
      return isWritten;
    },
    given: givenBy(changes),
  };
}

function givenBy(changes: readonly Change[]): ConditionChoice['given'] {
  const given = new Map<string, readonly string[]>();
  for (const { isAdded, matcher, values } of changes) {
    if (values !== undefined) {
      const all = [...(given.get(values.key) ?? []), ...values.values];
      given.set(values.key, [...new Set(all)].sort());
    } else if (!isAdded) {
      for (const key of given.keys()) if (matches(matcher, key)) given.delete(key);
    }
  }
  return given;
}

const noCondition: ConditionChoice = { isWritten: () => false, given: new Map() };

const bases: Readonly<Record<string, ConditionChoice>> = {
  default: defaultConditions,
  all: everyCondition,
  none: noCondition,
};

interface Change {
  readonly isAdded: boolean;
  readonly matcher: TextMatcher;
  /** Where the user gave some. */
  readonly values?: GivenValues;
}

function parseChange(part: string): Change {
  const at = part.indexOf('=');
  const name = at === -1 ? part : part.slice(0, at).trim();
  const pattern = name.replace(/^[+-]/, '').toLowerCase();
  const matcher = compileMatcher(
    parsePattern(pattern, { hasWildcards: true, hasVariables: false }),
  );
  const kinds = conditionKinds.filter(({ key }) => couldMatch(matcher, key.toLowerCase(), pattern));
  const [kind] = kinds;
  if (kind === undefined) throw unknownKind(name, pattern);
  const isAdded = !name.startsWith('-');
  if (at === -1) {
    if (isAdded && kinds.every(({ use }) => use === 'given')) throw needsValues(kind.key);
    return { isAdded, matcher };
  }
  if (kind.use !== 'given' || kind.key.toLowerCase() !== pattern) throw takesNoValue(part, name);
  if (!isAdded) throw takenAway(part, name);
  return { isAdded, matcher, values: parseGivenValues(kind.key, part.slice(at + 1)) };
}

function matches(matcher: TextMatcher, key: string): boolean {
  return matcher.matches(key.toLowerCase(), new Map());
}

/** `aws:RequestTag/team` is one of `aws:RequestTag/*`. */
function couldMatch(matcher: TextMatcher, key: string, pattern: string): boolean {
  if (matcher.matches(key, new Map())) return true;
  return key.endsWith('*') && pattern.length >= key.length && pattern.startsWith(key.slice(0, -1));
}

function takesNoValue(part: string, name: string): LeastgrantError {
  const given = conditionKinds.filter(({ use }) => use === 'given').map(({ key }) => `\`${key}\``);
  return new LeastgrantError(
    'E_USAGE',
    `\`${part}\` gives a value, but the values of \`${name.replace(/^[+-]/, '')}\` are those of the recorded calls`,
    { hint: `say \`${name}\`; values are given of ${given.join(', ')} alone, by its full name` },
  );
}

function takenAway(part: string, name: string): LeastgrantError {
  return new LeastgrantError('E_USAGE', `\`${part}\` gives a value of what it takes away`, {
    hint: `say \`${name}\``,
  });
}

function unknownKind(part: string, pattern: string): LeastgrantError {
  const names = [...Object.keys(bases), ...conditionKinds.map(({ key }) => key)];
  const nearest = nearestName(pattern, names);
  return new LeastgrantError('E_USAGE', `no condition kind is called \`${part}\``, {
    hint:
      nearest === undefined
        ? 'say `default`, `all`, `none`, or condition keys such as `+s3:prefix`; docs/authorization.md lists them'
        : `did you mean \`${nearest}\`?`,
  });
}
