import { createHash } from 'node:crypto';
import type { StatementGrant } from './group-statements.ts';
import { toPascalCase } from './pascal-case.ts';

/** A name of more actions than this is a digest. */
const mostActionsInName = 3;

/**
 * Returns the `Sid` of each statement: letters and digits, distinct, made from the statement alone where no other has the
 * same first action. The first action names it (`S3GetObject`), and the condition keys after it
 * (`S3ListBucketIfPrefix`); a statement on every resource is `AnyResource`. Statements with the same first action are
 * told apart by their further actions (`S3GetObjectPutObject`), and where these or the values of conditions are too
 * many, by a digest. A further resource leaves the name as it is.
 */
export function nameStatements(
  statements: readonly StatementGrant[],
): ReadonlyMap<StatementGrant, string> {
  const names = new Map<StatementGrant, string>();
  for (const [name, members] of groupBy(statements, (one) => nameOf(one, 1))) {
    const [only] = members;
    if (members.length === 1 && only !== undefined) names.set(only, name);
    else nameByActions(members, names);
  }
  return names;
}

/** Each gets as many of its actions into its name as tell it from the others. */
function nameByActions(
  members: readonly StatementGrant[],
  names: Map<StatementGrant, string>,
): void {
  const taken = new Map<string, StatementGrant[]>();
  for (const member of members) {
    const count = distinguishingCount(member, members);
    const name = nameOf(member, Math.min(count, mostActionsInName));
    const others = taken.get(name);
    if (others === undefined) taken.set(name, [member]);
    else others.push(member);
  }
  for (const [name, sharing] of taken) {
    const length = digestLength(sharing);
    for (const member of sharing) names.set(member, name + digest(member).slice(0, length));
  }
}

/** How many of its first actions no other statement begins with; all of them where another goes on from there. */
function distinguishingCount(
  { actions }: StatementGrant,
  members: readonly StatementGrant[],
): number {
  let count = 1;
  const others = members.filter((member) => member.actions !== actions);
  while (
    count < actions.length &&
    others.some((other) =>
      actions.slice(0, count).every((action, at) => other.actions[at] === action),
    )
  ) {
    count += 1;
  }
  return count;
}

function nameOf({ actions, resources, conditions }: StatementGrant, count: number): string {
  const isAny = resources.length === 1 && resources[0] === '*';
  const [first = '', ...rest] = actions.slice(0, count);
  const further = rest.map((action) => toPascalCase(action.slice(action.indexOf(':') + 1)));
  const subject = isAny ? 'AnyResource' : toPascalCase(first) + further.join('');
  const keys = conditions.terms.map(({ key }) => toPascalCase(key.slice(key.indexOf(':') + 1)));
  return keys.length === 0 ? subject : `${subject}If${[...new Set(keys)].join('And')}`;
}

/** The fewest digits, eight at least, that tell the members apart; none for a statement alone with its name. */
function digestLength(members: readonly StatementGrant[]): number {
  if (members.length === 1) return 0;
  const digests = members.map(digest);
  let length = 8;
  while (new Set(digests.map((text) => text.slice(0, length))).size < members.length) {
    length += 8;
  }
  return length;
}

function digest({ actions, conditions }: StatementGrant): string {
  return createHash('sha256')
    .update(`${actions.join(' ')} ${conditions.id}`)
    .digest('hex');
}

function groupBy(
  statements: readonly StatementGrant[],
  nameFor: (statement: StatementGrant) => string,
): ReadonlyMap<string, readonly StatementGrant[]> {
  const groups = new Map<string, StatementGrant[]>();
  for (const statement of statements) {
    const name = nameFor(statement);
    const others = groups.get(name);
    if (others === undefined) groups.set(name, [statement]);
    else others.push(statement);
  }
  return groups;
}
