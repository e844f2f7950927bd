import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { actionsOfPrefix } from './known-action.ts';

/**
 * Returns the actions whose requests AWS supplies a condition key of the service for, as AWS spells them:
 * `dynamodb:LeadingKeys` for `dynamodb:Query`, but not for `dynamodb:Scan`.
 * Source: Service Authorization Reference, "Condition keys" of the actions.
 */
export function actionsWithKey(key: string, catalog: CatalogSource): ReadonlySet<string> {
  const known = cache.get(catalog) ?? new Map<string, ReadonlySet<string>>();
  cache.set(catalog, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const prefix = key.slice(0, key.indexOf(':'));
  const actions = actionsOfPrefix(prefix, catalog).filter(({ entry }) =>
    entry.conditionKeys?.includes(key),
  );
  const names = new Set(actions.map(({ name }) => name));
  known.set(key, names);
  return names;
}

const cache = new WeakMap<CatalogSource, Map<string, ReadonlySet<string>>>();
