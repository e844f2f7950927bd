import type { StatementExplanation } from '../generator/explanation.ts';
import { generatePolicy } from '../generator/generate-policy.ts';
import type { NarrowOptions } from '../generator/narrow/narrow-options.ts';
import { findNotAllowed } from '../generator/verify/find-not-allowed.ts';
import { compilePolicy } from '../iam/evaluate/compile-policy.ts';
import type { Permission } from '../iam/permission.ts';
import type { PolicyDocument, PolicyStatement } from '../iam/policy.ts';
import { parsePolicy } from '../iam/policy-document/parse-policy.ts';

/** The statements that hidden permissions would take, and why each. */
export interface HiddenPolicy {
  readonly statements: readonly PolicyStatement[];
  /** One for each statement, in the same order. */
  readonly explanations: readonly StatementExplanation[];
}

/** Collects what services may do for the caller unseen. */
export interface HiddenPermissions {
  add(permission: Permission): void;
  /** Returns each permission once: a million calls may ask for the same key. */
  list(): readonly Permission[];
}

/** Returns a collection without any permission yet. */
export function collectHidden(): HiddenPermissions {
  const known = new Map<string, Permission>();
  return {
    add(permission) {
      const { action, resources, conditions, because } = permission;
      const id = `${action} ${because} ${resources.join(' ')} ${JSON.stringify(conditions)}`;
      if (!known.has(id)) known.set(id, permission);
    },
    list: () => [...known.values()],
  };
}

/** Returns the statements of what services may do for the caller unseen: without what the policy allows already. */
export function hiddenPolicyOf(
  hidden: readonly Permission[],
  document: PolicyDocument | null,
  narrowing: NarrowOptions,
): HiddenPolicy {
  const missing = withoutAllowed(hidden, document);
  const { document: own, explanations } = generatePolicy(missing, narrowing);
  return { statements: own?.Statement ?? [], explanations };
}

function withoutAllowed(
  permissions: readonly Permission[],
  document: PolicyDocument | null,
): readonly Permission[] {
  if (document === null || permissions.length === 0) return permissions;
  const name = 'generated policy';
  const policies = [compilePolicy(parsePolicy(document, name), name)];
  return permissions.filter(({ action, resources, conditions }) =>
    resources.some(
      (resource) =>
        findNotAllowed(policies, { action, resource, conditions, subject: null }, new Map()) !==
        undefined,
    ),
  );
}
