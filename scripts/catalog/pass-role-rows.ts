import type { GrantRow } from './tables/operation-actions/row.ts';
import { type PassedRole, rolesHeldBy } from './tables/pass-role/passed-role.ts';

/**
 * Returns one grant of `iam:PassRole` for each parameter that hands over a role: on that role, for the service that gets
 * it. Where AWS does not say which service gets it there is no condition, and the permission counts as derived.
 */
export function passRoleRows(passed: readonly PassedRole[]): readonly GrantRow[] {
  return passed.map((role) => ({
    action: 'iam:PassRole',
    when: [role.heldBy === undefined ? `role(${role.path})` : role.path],
    types: ['role'],
    bind: bindingOf(role),
    ...(role.to.length > 0 && {
      conditions: { StringEquals: { 'iam:PassedToService': role.to.map(inEveryPartition) } },
    }),
    because: explain(role),
    ...(role.to.length > 0 && role.heldBy === undefined && { from: 'table' as const }),
  }));
}

function bindingOf({ path, heldBy }: PassedRole): Readonly<Record<string, string>> {
  if (heldBy === undefined) return { RoleNameWithPath: `role(${path})` };
  const transform = rolesHeldBy[heldBy];
  return transform === undefined ? {} : { RoleNameWithPath: `${transform}(${path})` };
}

function explain({ path, to, heldBy }: PassedRole): string {
  const what = heldBy === undefined ? 'the role' : `the role of the ${heldBy}`;
  const receiver = to.length === 0 ? 'the service' : to.join(' or ');
  return `hands ${what} in \`${path}\` to ${receiver}`;
}

// Partitions with a domain of their own name some services by it.
function inEveryPartition(principal: string): string {
  return principal.replace(/amazonaws\.com$/, '${DnsSuffix}');
}
