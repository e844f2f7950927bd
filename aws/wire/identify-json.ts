import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { BodyReader } from './body-reader.ts';
import type { Identification } from './identification.ts';
import { identifyByName } from './identify-by-name.ts';

/**
 * Identifies a call of awsJson 1.0 or 1.1 by its `X-Amz-Target`: `PREFIX.Operation`. Its body is read by `scanBody`.
 * Source: Smithy 2.0, "AWS JSON 1.0 protocol".
 */
export function identifyJson(
  target: string,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
  scanBody: BodyReader,
): Identification {
  const { prefix, operation } = splitTarget(target);
  const meant = prefixesOf(catalog).get(prefix) ?? [];
  const services =
    meant.length < 2 ? meant : [...candidates.filter((one) => meant.includes(one)), ...meant];
  const identified = identifyByName(operation, services, catalog, scanBody);
  if (identified !== undefined) return identified;
  const reason =
    services.length === 0
      ? 'no service of the catalog has this target prefix'
      : `the catalog has no such operation of ${services[0]?.service ?? prefix}`;
  return { kind: 'unidentified', target, reason };
}

/** Tells whether an `X-Amz-Target` has the prefix of a service. */
export function isTargetOfService(target: string, catalog: CatalogSource): boolean {
  return prefixesOf(catalog).has(splitTarget(target).prefix);
}

function splitTarget(target: string): { readonly prefix: string; readonly operation: string } {
  const dot = target.lastIndexOf('.');
  return { prefix: target.slice(0, Math.max(0, dot)), operation: target.slice(dot + 1) };
}

const targetPrefixes = new WeakMap<CatalogSource, ReadonlyMap<string, readonly IndexEntry[]>>();

/** Looking through the whole index took a third of the time that a call took to be recognised. */
function prefixesOf(catalog: CatalogSource): ReadonlyMap<string, readonly IndexEntry[]> {
  const known = targetPrefixes.get(catalog);
  if (known !== undefined) return known;
  const byPrefix = new Map<string, IndexEntry[]>();
  for (const entry of catalog.index) {
    for (const prefix of entry.targetPrefixes ?? []) {
      byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), entry]);
    }
  }
  targetPrefixes.set(catalog, byPrefix);
  return byPrefix;
}
