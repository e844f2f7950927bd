import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { Identification } from './identification.ts';
import { identifyByName } from './identify-by-name.ts';
import { readJsonBody } from './json-body.ts';

/**
 * Identifies a call of awsJson 1.0 or 1.1 by its `X-Amz-Target`: `PREFIX.Operation`.
 * Source: Smithy 2.0, "AWS JSON 1.0 protocol".
 */
export function identifyJson(
  target: string,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
): Identification {
  const dot = target.lastIndexOf('.');
  const prefix = target.slice(0, Math.max(0, dot));
  const operation = target.slice(dot + 1);
  const isMeant = (entry: IndexEntry) => entry.targetPrefixes?.includes(prefix) === true;
  const services = [...candidates.filter(isMeant), ...catalog.index.filter(isMeant)];
  const identified = identifyByName(operation, services, catalog, readJsonBody);
  if (identified !== undefined) return identified;
  const reason =
    services.length === 0
      ? 'no service of the catalog has this target prefix'
      : `the catalog has no such operation of ${services[0]?.service ?? prefix}`;
  return { kind: 'unidentified', target, reason };
}
