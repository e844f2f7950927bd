import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { actionsOfPrefix } from './known-action.ts';

/** An access level of the Service Authorization Reference. */
export type AccessLevel = (typeof accessLevels)[number];

/** All levels, in the order in which they are reported. */
export const accessLevels = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'] as const;

/** Returns the access level of an action, in any case; undefined where the reference does not know the action. */
export function findAccessLevel(action: string, catalog: CatalogSource): AccessLevel | undefined {
  const name = action.toLowerCase();
  const [prefix = ''] = name.split(':');
  const found = actionsOfPrefix(prefix, catalog).find((one) => one.name.toLowerCase() === name);
  return accessLevels.find((level) => level === found?.entry.level);
}
