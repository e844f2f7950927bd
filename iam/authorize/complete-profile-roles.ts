import type { ApiCall, ObservedCall } from '../../aws/api-call.ts';

/** What stands before the name of an instance profile; the value is the role that another call put into it. */
const rolePrefix = 'role of instance-profile/';

/**
 * Adds to calls that name an instance profile the role that another call of the account put into it, so that handing
 * over the profile is handing over this role. Where several were put into it one after the other, the call gets none.
 * Source: IAM User Guide, "Use instance profiles": a profile holds one role.
 */
export function completeProfileRoles<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const roles = findRoles(calls);
  if (roles.size === 0) return calls;
  return calls.map((call) => {
    if (call.service === null) return call;
    const added = Object.values(call.parameters)
      .flat()
      .flatMap((value) => {
        const name = nameOf(value);
        const [role, ...others] = roles.get(keyOf(call, name)) ?? [];
        return role === undefined || others.length > 0 ? [] : [[rolePrefix + name, role]];
      });
    if (added.length === 0) return call;
    return { ...call, parameters: { ...call.parameters, ...Object.fromEntries(added) } };
  });
}

/** Returns the role in the instance profile that a call names, by its ARN or name; undefined where no call told it. */
export function findProfileRole(profile: string, { parameters }: ApiCall): string | undefined {
  const role = parameters[rolePrefix + nameOf(profile)];
  return typeof role === 'string' ? role : undefined;
}

function findRoles(calls: readonly ObservedCall[]): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  for (const call of calls) {
    if (call.service !== 'iam' || call.operation !== 'AddRoleToInstanceProfile') continue;
    const { InstanceProfileName: profile, RoleName: role } = call.parameters;
    if (typeof profile !== 'string' || typeof role !== 'string') continue;
    const key = keyOf(call, profile);
    roles.set(key, (roles.get(key) ?? new Set()).add(role));
  }
  return roles;
}

function nameOf(profile: string): string {
  return /:instance-profile\/(?:.*\/)?([^/]+)$/.exec(profile)?.[1] ?? profile;
}

function keyOf({ account }: ObservedCall, name: string): string {
  return `${account} ${name.toLowerCase()}`;
}
