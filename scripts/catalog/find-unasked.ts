import type { ServiceEntry } from '../../aws/catalog/entries.ts';
import type { DependentActions } from './sources/dependent-actions.ts';

/**
 * Returns the dependent actions of a service that no row of the operation asks for, whatever its parameters, each with the
 * operations, sorted: what is left to be looked up.
 */
export function findUnasked(
  { operations }: Pick<ServiceEntry, 'operations'>,
  dependent: DependentActions,
): ReadonlyMap<string, readonly string[]> {
  const unasked = new Map<string, string[]>();
  for (const [operation, { grants = [] }] of Object.entries(operations)) {
    const asked = new Set(grants.map(({ action }) => action.toLowerCase()));
    for (const action of new Set(grants.flatMap((grant) => dependent.get(grant.action) ?? []))) {
      if (asked.has(action.toLowerCase())) continue;
      const known = unasked.get(action);
      if (known === undefined) unasked.set(action, [operation]);
      else known.push(operation);
    }
  }
  return new Map([...unasked].sort());
}
