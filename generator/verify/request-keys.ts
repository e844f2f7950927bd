import type { ApiCall } from '../../aws/api-call.ts';
import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import type { Conditions, Permission } from '../../iam/permission.ts';

type CallPlace = Pick<ApiCall, 'region' | 'account'>;

/**
 * Keys that AWS puts into every signed request and that a recording knows.
 * Source: IAM User Guide, "AWS global condition context keys", "Availability" of each.
 */
const everyRequestHas: Readonly<Record<string, (call: CallPlace) => string | null>> = {
  'aws:RequestedRegion': ({ region }) => region,
  'aws:PrincipalAccount': ({ account }) => account,
};

/**
 * Returns what gives a call's permission the keys of its request that no permission names, so far as the policies ask for
 * them: a guard of regions must not deny a call for want of one.
 */
export function withRequestKeys(
  policies: readonly CompiledPolicy[],
): (permission: Permission, call: CallPlace) => Permission {
  const text = JSON.stringify(policies.map(({ source }) => source.statements)).toLowerCase();
  const asked = Object.entries(everyRequestHas).filter(([key]) => text.includes(key.toLowerCase()));
  if (asked.length === 0) return (permission) => permission;
  return (permission, call) => {
    const known = keysOf(permission.conditions);
    const added = asked.flatMap(([key, read]) => {
      const value = read(call);
      return value === null || known.has(key.toLowerCase()) ? [] : [[key, [value]] as const];
    });
    if (added.length === 0) return permission;
    const StringEquals = { ...permission.conditions.StringEquals, ...Object.fromEntries(added) };
    return { ...permission, conditions: { ...permission.conditions, StringEquals } };
  };
}

function keysOf(conditions: Conditions): ReadonlySet<string> {
  return new Set(
    Object.values(conditions).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase())),
  );
}
