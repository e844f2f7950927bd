import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import { isAwsHost } from '../partition.ts';
import { hostNames, plainHost } from './host-names.ts';
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
  return remember(catalog, `${signingName} ${host}`, () =>
    candidatesOf(catalog, signingName, withoutPort(host)),
  );
}

function candidatesOf(
  catalog: CatalogSource,
  signingName: string,
  name: string,
): readonly IndexEntry[] {
  const bySigningName = indexOf(catalog).get(signingName);
  if (bySigningName === undefined) return bestNamed(catalog.index, name);
  if (bySigningName.length === 1 || !isAwsHost(name)) return bySigningName;
  // S3's hosts (`s3-accelerate`, `s3-eu-west-1`, bucket names with dots) do not follow the others' form.
  const s3 = parseS3Host(name);
  if (s3 === undefined) return bestNamed(bySigningName, name);
  const isShared = s3.bucket === null && !s3.isPlain;
  return isShared ? bySigningName : bySigningName.filter(({ service }) => service === 's3');
}

/** Returns the services that a request without a signature may be for: those that its host, one of AWS, names. */
export function findCandidatesByHost(catalog: CatalogSource, host: string): readonly IndexEntry[] {
  const name = withoutPort(host);
  if (!isAwsHost(name)) return [];
  return remember(catalog, name, () =>
    parseS3Host(name) === undefined
      ? bestNamed(catalog.index, name)
      : catalog.index.filter(({ service }) => service === 's3'),
  );
}

/** A program calls few hosts; one that makes up hosts without end starts the memory over. */
const mostRemembered = 1_000;
const remembered = new WeakMap<CatalogSource, Map<string, readonly IndexEntry[]>>();

function remember(
  catalog: CatalogSource,
  key: string,
  find: () => readonly IndexEntry[],
): readonly IndexEntry[] {
  const memory = remembered.get(catalog) ?? new Map<string, readonly IndexEntry[]>();
  remembered.set(catalog, memory);
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= mostRemembered) memory.clear();
  const found = find();
  memory.set(key, found);
  return found;
}

function bestNamed(entries: readonly IndexEntry[], host: string): readonly IndexEntry[] {
  const plain = plainHost(host);
  const scored = entries
    .map((entry) => ({ entry, score: scoreOf(entry, plain) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ entry }) => entry);
}

function scoreOf({ endpointPrefixes }: IndexEntry, host: string): number {
  return Math.max(0, ...endpointPrefixes.map((prefix) => hostNames(host, prefix)));
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

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
