import type { IndexEntry, ServiceEntry } from '../entries.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { FindSdkServices } from './sdk-names.ts';

/** Returns the service prefixes of a reference whose files may hold a service's operations. */
export type FindServicePrefixes = (entry: ServiceEntry) => readonly string[];

/**
 * Returns the look-up for a catalog and a reference: the prefixes that name the service's client, or, where none does,
 * those that the service's own names and actions say. Nothing is worked out before the first service is looked up.
 */
export function openServicePrefixes(
  index: readonly IndexEntry[],
  sdkNames: ReferenceIndex['sdkNames'],
  findSdkServices: FindSdkServices,
): FindServicePrefixes {
  let byService: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (entry) => {
    byService ??= groupByService(sdkNames, findSdkServices);
    const prefixes = byService.get(entry.service);
    if (prefixes !== undefined) return [...prefixes];
    const indexed = index.find(({ service }) => service === entry.service);
    return namesOf(entry, indexed).filter((name) => sdkNames.has(name));
  };
}

function groupByService(
  sdkNames: ReferenceIndex['sdkNames'],
  findSdkServices: FindSdkServices,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byService = new Map<string, Set<string>>();
  for (const [prefix, names] of sdkNames) {
    for (const service of names.flatMap(findSdkServices)) {
      byService.set(service, (byService.get(service) ?? new Set()).add(prefix));
    }
  }
  return byService;
}

function namesOf(entry: ServiceEntry, indexed: IndexEntry | undefined): readonly string[] {
  const granted = Object.values(entry.operations)
    .flatMap(({ grants = [] }) => grants)
    .map(({ action }) => action.split(':')[0] ?? '');
  const names = [
    entry.service,
    ...(indexed?.signingNames ?? []),
    ...(indexed?.endpointPrefixes ?? []),
  ];
  return [...new Set([...granted, ...names, ...names.map((one) => one.replaceAll(/[.-]/g, ''))])];
}
