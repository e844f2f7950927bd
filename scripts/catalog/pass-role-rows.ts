import type { GrantRow } from './tables/operation-actions/row.ts';
import { holders, type PassedRole } from './tables/pass-role/passed-role.ts';

/**
 * Returns one grant of `iam:PassRole` for each parameter that hands over a role: on that role, for the service that gets
 * it. Where AWS does not say which service gets it there is no condition, and the permission counts as derived. What the
 * parameter names may hold a role or none: where nothing tells, the grant is hidden.
 */
export function passRoleRows(passed: readonly PassedRole[]): readonly GrantRow[] {
  return passed.flatMap((role) => {
    const isUnknown = role.heldBy === undefined ? undefined : holders[role.heldBy]?.isUnknown;
    return isUnknown === undefined
      ? [knownRow(role)]
      : [knownRow(role), unknownRow(role, isUnknown)];
  });
}

function knownRow(role: PassedRole): GrantRow {
  return {
    ...passing(role),
    when: [conditionOf(role)],
    bind: bindingOf(role),
    because: explain(role),
    ...(role.to.length > 0 && role.heldBy === undefined && { from: 'table' as const }),
  };
}

function unknownRow(role: PassedRole, isUnknown: string): GrantRow {
  return {
    ...passing(role),
    when: [`${isUnknown}(${argumentsOf(role)})`],
    bind: {},
    hidden: true,
    because: `hands over the role of an instance profile, where the ${role.heldBy} in \`${role.path}\` has one`,
    source:
      'Amazon EC2 User Guide, "IAM permissions required for Amazon EC2 launch templates"; Amazon EC2 Auto Scaling User Guide, "Control Amazon EC2 launch template usage in Auto Scaling groups"',
  };
}

function passing(role: PassedRole): GrantRow {
  return {
    action: 'iam:PassRole',
    types: ['role'],
    ...(role.unless && { unless: role.unless }),
    ...(role.to.length > 0 && {
      conditions: { StringEquals: { 'iam:PassedToService': role.to.map(inEveryPartition) } },
    }),
  };
}

function conditionOf(role: PassedRole): string {
  if (role.heldBy === undefined) return expressionOf(role);
  const isHeld = holders[role.heldBy]?.isHeld;
  return isHeld === undefined ? role.path : `${isHeld}(${argumentsOf(role)})`;
}

function bindingOf(role: PassedRole): Readonly<Record<string, string>> {
  if (role.heldBy === undefined) return { RoleNameWithPath: expressionOf(role) };
  const holder = holders[role.heldBy];
  return holder === undefined ? {} : { RoleNameWithPath: `${holder.roles}(${argumentsOf(role)})` };
}

function expressionOf({ path, isDocument }: PassedRole): string {
  return isDocument === true ? `rolesIn(${path})` : `role(${path})`;
}

function argumentsOf(role: PassedRole): string {
  return role.arguments ?? role.path;
}

function explain({ path, to, heldBy, isDocument }: PassedRole): string {
  const what =
    heldBy === undefined
      ? isDocument === true
        ? 'the roles'
        : 'the role'
      : `the role of the ${heldBy}`;
  const receiver = to.length === 0 ? 'the service' : to.join(' or ');
  return `hands ${what} in \`${path}\` to ${receiver}`;
}

// Partitions with a domain of their own name some services by it.
function inEveryPartition(principal: string): string {
  return principal.replace(/amazonaws\.com$/, '${DnsSuffix}');
}
