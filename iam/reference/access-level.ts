import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { expandAction } from './expand-actions.ts';
import { actionsOfPrefix } from './known-action.ts';

/** An access level of the Service Authorization Reference. */
export type AccessLevel = (typeof accessLevels)[number];

/** All levels, in the order in which they are reported. */
export const accessLevels = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'] as const;

const mostFirst = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'] as const;

/**
 * Returns the access level of an action, in any case, and of a pattern of actions the one that gives the most; undefined
 * where the reference knows no such action.
 */
export function findAccessLevel(action: string, catalog: CatalogSource): AccessLevel | undefined {
  if (/[*?]/.test(action)) {
    const present = new Set<string>(expandAction(action, catalog).map(({ entry }) => entry.level));
    return mostFirst.find((level) => present.has(level));
  }
  const name = action.toLowerCase();
  const [prefix = ''] = name.split(':');
  const found = actionsOfPrefix(prefix, catalog).find((one) => one.name.toLowerCase() === name);
  return accessLevels.find((level) => level === found?.entry.level);
}
