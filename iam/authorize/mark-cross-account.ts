import type { ApiCall } from '../../aws/api-call.ts';
import type { Permission } from '../permission.ts';

/**
 * Marks the permissions on resources of another account than the caller's: there the Allow of the caller's policy is not
 * enough. The same list where there are none, or where the caller's account is unknown.
 * Source: IAM User Guide, "Cross-account policy evaluation logic".
 */
export function markCrossAccount(
  { account }: ApiCall,
  permissions: readonly Permission[],
): readonly Permission[] {
  if (account === null || !permissions.some((one) => isForeign(one, account))) return permissions;
  return permissions.map((permission) => {
    const accounts = [...new Set(foreignAccounts(permission, account))].sort();
    if (accounts.length === 0) return permission;
    return {
      ...permission,
      crossAccount: accounts,
      because: `${permission.because}; in account ${accounts.join(', ')}, where the resource's own policy must allow it too`,
    };
  });
}

function isForeign({ resources }: Permission, account: string): boolean {
  return resources.some((resource) => foreignAccount(resource, account) !== undefined);
}

function foreignAccounts({ resources }: Permission, account: string): readonly string[] {
  return resources.flatMap((resource) => foreignAccount(resource, account) ?? []);
}

const accountOfArn = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/;

function foreignAccount(resource: string, account: string): string | undefined {
  // Nearly every resource is the caller's own, or has no account.
  if (!namesForeign(resource, account)) return undefined;
  return accountOfArn.exec(resource)?.[1];
}

function namesForeign(resource: string, account: string): boolean {
  let colon = -1;
  for (let field = 0; field < accountField; field += 1) {
    colon = resource.indexOf(':', colon + 1);
    if (colon === -1) return false;
  }
  return !resource.startsWith(account, colon + 1) && resource[colon + 1] !== ':';
}

/** Of the fields of an ARN between colons, from 0. */
const accountField = 4;
