import { createHash } from 'node:crypto';
import { sortDistinct } from './code-point-order.ts';
import type { NormalConditions } from './conditions.ts';
import type { GrantedResources } from './minimise-action.ts';

/** What one statement grants: the product of its actions and resources, under its conditions. */
export interface StatementGrant {
  /** Sorted. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: NormalConditions;
}

/**
 * Puts actions with equal resources and equal conditions into one statement.
 * The product of actions and resources is then exactly what was granted before.
 */
export function groupStatements(
  granted: ReadonlyMap<string, readonly GrantedResources[]>,
): readonly StatementGrant[] {
  const groups = new Map<string, { actions: string[]; granted: GrantedResources }>();
  for (const [action, parts] of granted) {
    for (const part of parts) {
      const id = `${fingerprint(part.resources)} ${part.conditions.id}`;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { actions: [action], granted: part });
      else group.actions.push(action);
    }
  }
  return [...groups.values()].map((group) => ({
    actions: sortDistinct(group.actions),
    resources: group.granted.resources,
    conditions: group.granted.conditions,
  }));
}

/** A digest instead of the joined list: the lists of large recordings take hundreds of megabytes. */
function fingerprint(sorted: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of sorted) hash.update(`${text.length} ${text}\n`);
  return hash.digest('base64');
}
