import type { Permission } from '../iam/permission.ts';
import { type NormalConditions, normaliseConditions } from './conditions.ts';
import type { ActionReason } from './explanation.ts';

/** All that was asked for one action. */
export interface ActionGrants {
  readonly action: string;
  /** Resources that were asked for without a condition. */
  readonly always: Set<string>;
  /** Resources that were asked for under conditions; each condition once, by its id. */
  readonly conditional: Map<string, Map<string, NormalConditions>>;
  readonly reasons: Map<string, ActionReason>;
  /** The reasons of the resources that hold a wildcard. */
  readonly wildcards: Map<string, Set<string>>;
}

/**
 * Unites permissions by action, each resource and each reason once.
 * Time and space grow with the number of permissions, not faster; their order makes no difference to what is in the result.
 */
export function mergePermissions(
  permissions: Iterable<Permission>,
): ReadonlyMap<string, ActionGrants> {
  const merged = new Map<string, ActionGrants>();
  for (const permission of permissions) {
    const known = merged.get(permission.action);
    const grants = known ?? createGrants(permission.action);
    if (known === undefined) merged.set(permission.action, grants);
    addResources(grants, permission);
    addReasons(grants, permission);
  }
  return merged;
}

function addResources(grants: ActionGrants, permission: Permission): void {
  const conditions = normaliseConditions(permission.conditions);
  for (const written of permission.resources) {
    const resource = withoutDoubleStars(written);
    if (conditions.terms.length === 0) {
      grants.always.add(resource);
      continue;
    }
    const known = grants.conditional.get(resource);
    if (known === undefined)
      grants.conditional.set(resource, new Map([[conditions.id, conditions]]));
    else known.set(conditions.id, conditions);
  }
}

function addReasons(grants: ActionGrants, permission: Permission): void {
  const { action, because, confidence } = permission;
  if (grants.reasons.get(because)?.confidence !== confidence) {
    // The same reason with another confidence is kept beside it.
    const id = grants.reasons.has(because) ? `${because} ${confidence}` : because;
    if (!grants.reasons.has(id)) grants.reasons.set(id, { action, because, confidence });
  }
  for (const { resource, reason } of permission.wildcards) {
    const written = withoutDoubleStars(resource);
    const known = grants.wildcards.get(written);
    if (known === undefined) grants.wildcards.set(written, new Set([reason]));
    else known.add(reason);
  }
}

/** `**` matches what `*` matches: one way of writing makes equal patterns equal texts. */
function withoutDoubleStars(resource: string): string {
  return resource.includes('**') ? resource.replaceAll(/\*{2,}/g, '*') : resource;
}

function createGrants(action: string): ActionGrants {
  return {
    action,
    always: new Set(),
    conditional: new Map(),
    reasons: new Map(),
    wildcards: new Map(),
  };
}
