import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';

/**
 * Returns what finds the policies that have a statement about an action, allowing or denying; found once for each action.
 * A policy in hundreds of documents is asked about a million calls in those few that matter to each.
 */
export function createPoliciesAbout(
  policies: readonly CompiledPolicy[],
): (action: string) => readonly CompiledPolicy[] {
  const known = new Map<string, readonly CompiledPolicy[]>();
  return (action) => {
    const found =
      known.get(action) ??
      policies.filter(
        (policy) =>
          policy.statementsFor(action, 'Allow').length > 0 ||
          policy.statementsFor(action, 'Deny').length > 0,
      );
    known.set(action, found);
    return found;
  };
}
