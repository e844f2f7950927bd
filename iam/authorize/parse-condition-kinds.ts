import { LeastgrantError } from '../../errors.ts';
import { parsePattern } from '../evaluate/pattern.ts';
import { compileMatcher, type TextMatcher } from '../evaluate/text-matcher.ts';
import { nearestName } from '../policy-document/nearest-name.ts';
import { type ConditionChoice, defaultConditions, everyCondition } from './condition-choice.ts';
import { conditionKinds } from './condition-kinds.ts';

/**
 * Parses which conditions are written: a list, with commas, of which the first part may be `default`, `all` or `none`.
 * `+KEY` adds a kind to it and `-KEY` takes one away; without a sign KEYs name all that are written. Keys compare
 * without case and may hold wildcards: `default,+s3:*,-kms:ViaService`.
 * @throws LeastgrantError E_USAGE
 */
export function parseConditionKinds(text: string): ConditionChoice {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim());
  const named = Object.hasOwn(bases, first) ? bases[first] : undefined;
  const changes = (named === undefined ? [first, ...rest] : rest).map(parseChange);
  const base = named ?? (/^[+-]/.test(first) ? defaultConditions : noCondition);
  if (changes.length === 0) return base;
  const known = new Map<string, boolean>();
  return (key, isOffered) => {
    const id = `${isOffered} ${key}`;
    const chosen = known.get(id);
    if (chosen !== undefined) return chosen;
    const last = changes.findLast(({ matcher }) => matcher.matches(key.toLowerCase(), new Map()));
    const isChosen = last === undefined ? base(key, isOffered) : last.isAdded;
    known.set(id, isChosen);
    return isChosen;
  };
}

const noCondition: ConditionChoice = () => false;

const bases: Readonly<Record<string, ConditionChoice>> = {
  default: defaultConditions,
  all: everyCondition,
  none: noCondition,
};

interface Change {
  readonly isAdded: boolean;
  readonly matcher: TextMatcher;
}

function parseChange(part: string): Change {
  const pattern = part.replace(/^[+-]/, '').toLowerCase();
  const matcher = compileMatcher(
    parsePattern(pattern, { hasWildcards: true, hasVariables: false }),
  );
  const isKnown = conditionKinds.some(({ key }) => couldMatch(matcher, key.toLowerCase(), pattern));
  if (!isKnown) throw unknownKind(part, pattern);
  return { isAdded: !part.startsWith('-'), matcher };
}

/** `aws:RequestTag/team` is one of `aws:RequestTag/*`. */
function couldMatch(matcher: TextMatcher, key: string, pattern: string): boolean {
  if (matcher.matches(key, new Map())) return true;
  return key.endsWith('*') && pattern.length >= key.length && pattern.startsWith(key.slice(0, -1));
}

function unknownKind(part: string, pattern: string): LeastgrantError {
  const reason = byHand.get(pattern);
  if (reason !== undefined) {
    return new LeastgrantError('E_USAGE', `\`${part}\` cannot be written: ${reason}`, {
      hint: 'add the condition to the policy by hand; docs/authorization.md shows how',
    });
  }
  const names = [...Object.keys(bases), ...conditionKinds.map(({ key }) => key)];
  const nearest = nearestName(pattern, names);
  return new LeastgrantError('E_USAGE', `no condition kind is called \`${part}\``, {
    hint:
      nearest === undefined
        ? 'say `default`, `all`, `none`, or condition keys such as `+s3:prefix`; docs/authorization.md lists them'
        : `did you mean \`${nearest}\`?`,
  });
}

/** Kinds that have a reader's reason not to be written, by key in lower case. */
const byHand: ReadonlyMap<string, string> = new Map([
  ['dynamodb:leadingkeys', 'the values of keys are payload, which is never recorded'],
]);
