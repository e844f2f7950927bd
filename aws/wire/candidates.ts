import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import { isAwsHost } from '../partition.ts';
import { hostNames } from './host-names.ts';
import { parseS3Host } from './s3-host.ts';

/**
 * Returns the services that a signed request may be for, best first. Of the services with the scope's signing name,
 * those that the host names; at an AWS host that names none of several, there is no candidate: it is a service that the
 * catalog does not know. A custom endpoint's host says nothing, so all remain. Where no service signs with that name,
 * the host alone decides.
 */
export function findCandidates(
  catalog: CatalogSource,
  signingName: string,
  host: string,
): readonly IndexEntry[] {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const bySigningName = indexOf(catalog).get(signingName);
  if (bySigningName === undefined) return bestNamed(catalog.index, name);
  if (bySigningName.length === 1 || !isAwsHost(name)) return bySigningName;
  // S3's hosts (`s3-accelerate`, `s3-eu-west-1`, bucket names with dots) do not follow the others' form.
  if (parseS3Host(name) !== undefined)
    return bySigningName.filter(({ service }) => service === 's3');
  return bestNamed(bySigningName, name);
}

function bestNamed(entries: readonly IndexEntry[], host: string): readonly IndexEntry[] {
  const scored = entries
    .map((entry) => ({
      entry,
      score: Math.max(0, ...entry.endpointPrefixes.map((one) => hostNames(host, one))),
    }))
    .filter(({ score }) => score > 0);
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ entry }) => entry);
}

const indexes = new WeakMap<CatalogSource, ReadonlyMap<string, readonly IndexEntry[]>>();

function indexOf(catalog: CatalogSource): ReadonlyMap<string, readonly IndexEntry[]> {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const index = new Map<string, IndexEntry[]>();
  for (const entry of catalog.index) {
    for (const name of entry.signingNames) index.set(name, [...(index.get(name) ?? []), entry]);
  }
  indexes.set(catalog, index);
  return index;
}
