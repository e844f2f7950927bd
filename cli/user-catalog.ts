import { type CatalogSource, openCatalog } from '../aws/catalog/catalog.ts';
import { withReference } from '../aws/catalog/reference/with-reference.ts';
import { findDataFolder } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

/** Opens the built-in catalog with the user's copy of AWS's reference over it, where there is one. */
export function openUserCatalog(terminal: Terminal): CatalogSource {
  const catalog = openCatalog();
  const folder = findDataFolder(terminal);
  if (folder === undefined) return catalog;
  return withReference(catalog, folder, (sentence) => {
    terminal.say(`leastgrant: ${sentence}; the built-in catalog stands in for it`);
    terminal.say('hint: `leastgrant catalog update` makes it anew');
  });
}
