import { catalogDate, readCatalogManifest } from '../aws/catalog/catalog-manifest.ts';
import { findReference } from '../aws/catalog/reference/find-reference.ts';
import { findDataFolder } from './data-folder.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/**
 * Returns leastgrant's version and how old its knowledge of AWS is:
 * `0.1.0 (catalog 2026-09-26, AWS reference of 2026-11-25)`.
 */
export function describeVersion(terminal: Terminal): string {
  const date = catalogDate(readCatalogManifest());
  const folder = findDataFolder(terminal);
  const found = folder === undefined ? undefined : findReference(folder);
  const parts = [
    ...(date === undefined ? [] : [`catalog ${date}`]),
    ...(found?.kind === 'found' ? [`AWS reference of ${found.index.date}`] : []),
    ...(found?.kind === 'damaged' ? ['AWS reference damaged'] : []),
  ];
  return parts.length === 0 ? readVersion() : `${readVersion()} (${parts.join(', ')})`;
}
