import { sortDistinct } from '../code-point-order.ts';

/** Some actions of one list, and the pattern that may stand for them. */
export interface ActionPattern {
  /** `s3:GetObject*`. */
  readonly pattern: string;
  /** Sorted; two at least. */
  readonly actions: readonly string[];
}

/** Returns every action that AWS has with a service prefix: `s3:GetObject`. */
export type ListActions = (prefix: string) => readonly string[];

/**
 * Returns patterns that each stand for several of the actions and for no other action that AWS has: whole words of their
 * names and a `*` behind, as long as what they stand for allows, and only where they are shorter. No two stand for the
 * same action. An action that AWS is not known to have keeps its name.
 */
export function shortenActionList(
  actions: readonly string[],
  listActions: ListActions,
): readonly ActionPattern[] {
  const wanted = new Set(actions);
  const patterns: ActionPattern[] = [];
  for (const [prefix, own] of byPrefix(actions)) {
    const all = listActions(prefix);
    const known = new Set(all);
    let left = own.filter((action) => known.has(action));
    for (const begin of beginningsOf(left)) {
      const meant = all.filter((action) => startsWith(action, begin));
      const isOwn = meant.every((action) => wanted.has(action) && left.includes(action));
      const pattern = `${commonWords(meant, begin)}*`;
      if (!isOwn || meant.length < 2 || sizeOf([pattern]) >= sizeOf(meant)) continue;
      patterns.push({ pattern, actions: sortDistinct(meant) });
      left = left.filter((action) => !meant.includes(action));
    }
  }
  return patterns;
}

function byPrefix(actions: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const prefixes = new Map<string, string[]>();
  for (const action of actions) {
    const prefix = action.slice(0, action.indexOf(':'));
    const others = prefixes.get(prefix);
    if (others === undefined) prefixes.set(prefix, [action]);
    else others.push(action);
  }
  return prefixes;
}

/** What names begin with, in whole words and with one at least; short ones first, as they stand for the most. */
function beginningsOf(actions: readonly string[]): readonly string[] {
  return sortDistinct(actions.flatMap(wordBeginnings)).toSorted(
    (left, right) => left.length - right.length,
  );
}

/** `s3:Get`, `s3:GetObject`, `s3:GetObjectAcl`. */
function wordBeginnings(action: string): readonly string[] {
  const name = action.indexOf(':') + 1;
  return [...action.slice(name).matchAll(/(?<=[a-z\d])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])|$/g)]
    .map(({ index }) => action.slice(0, name + index))
    .filter((beginning) => beginning.length > name);
}

/**
 * The longest words that all of the actions begin with: a later action of AWS is the less likely to match. Never less than
 * `begin`, though that may be no whole words of the first: `DescribeIpams` of `DescribeIpamScopes`.
 */
function commonWords([first = '', ...others]: readonly string[], begin: string): string {
  const shared = wordBeginnings(first).filter(
    (beginning) =>
      beginning.length > begin.length && others.every((action) => startsWith(action, beginning)),
  );
  return shared.at(-1) ?? begin;
}

/** IAM compares actions without case. */
function startsWith(action: string, beginning: string): boolean {
  return action.toLowerCase().startsWith(beginning.toLowerCase());
}

/** The characters of the texts in a JSON list. */
function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 3, 0);
}
