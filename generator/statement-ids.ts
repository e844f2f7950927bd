import { createHash } from 'node:crypto';
import type { StatementGrant } from './group-statements.ts';
import { toPascalCase } from './pascal-case.ts';

/**
 * Returns the `Sid` of each statement: letters and digits, distinct, made from the statement alone.
 * The first action names it (`S3GetObject`), and the condition keys after it (`S3ListBucketIfPrefix`); a statement
 * on every resource is `AnyResource`. Under the same conditions an action stands in one statement only, so that a
 * further resource or a later action leaves the name as it is. Where conditions differ in nothing but their values,
 * a digest of them is added.
 */
export function nameStatements(
  statements: readonly StatementGrant[],
): ReadonlyMap<StatementGrant, string> {
  const sharing = new Map<string, StatementGrant[]>();
  for (const statement of statements) {
    const name = readableName(statement);
    const others = sharing.get(name);
    if (others === undefined) sharing.set(name, [statement]);
    else others.push(statement);
  }
  const names = new Map<StatementGrant, string>();
  for (const [name, members] of sharing) {
    const length = digestLength(members);
    for (const member of members) names.set(member, `${name}${digest(member).slice(0, length)}`);
  }
  return names;
}

function readableName({ actions, resources, conditions }: StatementGrant): string {
  const isAny = resources.length === 1 && resources[0] === '*';
  const subject = isAny ? 'AnyResource' : toPascalCase(actions[0] ?? '');
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
  return createHash('sha256').update(`${actions[0]} ${conditions.id}`).digest('hex');
}
