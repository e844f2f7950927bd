import type { GrantRow } from './tables/operation-actions/row.ts';
import type { PassedRole } from './tables/pass-role/passed-role.ts';

/**
 * Returns one grant of `iam:PassRole` for each parameter that hands over a role: on that role, for the service that gets
 * it. Where AWS does not say which service gets it there is no condition, and the permission counts as derived.
 */
export function passRoleRows(roles: readonly PassedRole[]): readonly GrantRow[] {
  return roles.map(({ path, to, isInstanceProfile }) => ({
    action: 'iam:PassRole',
    when: [path],
    types: ['role'],
    // Nothing in a request says which role stands behind an instance profile.
    bind: isInstanceProfile ? {} : { RoleNameWithPath: path },
    ...(to.length > 0 && {
      conditions: { StringEquals: { 'iam:PassedToService': to.map(inEveryPartition) } },
      from: 'table' as const,
    }),
    because: explain(path, to, isInstanceProfile),
  }));
}

function explain(path: string, to: readonly string[], isInstanceProfile: boolean): string {
  const what = isInstanceProfile ? 'the role behind the instance profile' : 'the role';
  const receiver = to.length === 0 ? 'the service' : to.join(' or ');
  return `hands ${what} in \`${path}\` to ${receiver}`;
}

// Partitions with a domain of their own name some services by it.
function inEveryPartition(principal: string): string {
  return principal.replace(/amazonaws\.com$/, '${DnsSuffix}');
}
