import type { CatalogSource } from '../catalog.ts';
import type { IamServiceEntry, IndexEntry, ServiceEntry } from '../entries.ts';
import { extendIamService } from './extend-iam-service.ts';
import { extendService } from './extend-service.ts';
import { findReference, loadService } from './find-reference.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { type FindSdkServices, openSdkNames } from './sdk-names.ts';
import type { ServiceReference } from './service-reference.ts';

/**
 * Returns a catalog with the user's copy of AWS's reference laid over it, or the catalog itself where there is none.
 * The copy's index is read now, the file of a service prefix when the first of its services is asked for. What of it
 * is damaged is left out; `warn` is told of the first such part, in one sentence.
 */
export function withReference(
  catalog: CatalogSource,
  dataFolder: string,
  warn: (sentence: string) => void,
): CatalogSource {
  const found = findReference(dataFolder);
  if (found.kind === 'damaged') warn(found.reason);
  if (found.kind !== 'found') return catalog;
  const findServiceReference = openServices(dataFolder, found.index, warn);
  const { sdkNames } = found.index;
  const findSdkServices = openSdkNames(catalog.index);
  const prefixesOf = openPrefixes(catalog.index, sdkNames, findSdkServices);
  return {
    ...catalog,
    findService: remember((service): ServiceEntry | undefined => {
      const entry = catalog.findService(service);
      if (entry === undefined) return undefined;
      const references = prefixesOf(entry)
        .map(findServiceReference)
        .filter((reference) => reference !== undefined);
      return extendService(entry, {
        references,
        findReference: findServiceReference,
        findSdkServices,
      });
    }),
    listIamPrefixes: () => [...new Set([...catalog.listIamPrefixes(), ...sdkNames.keys()])].sort(),
    findIamService: remember((prefix): IamServiceEntry | undefined => {
      const entry = catalog.findIamService(prefix);
      const reference = findServiceReference(prefix);
      return reference === undefined ? entry : extendIamService(entry, reference);
    }),
  };
}

function openServices(
  dataFolder: string,
  index: ReferenceIndex,
  warn: (sentence: string) => void,
): (prefix: string) => ServiceReference | undefined {
  let hasWarned = false;
  return remember((prefix) => {
    if (!index.sdkNames.has(prefix)) return undefined;
    const loaded = loadService(dataFolder, index, prefix);
    if (loaded.kind === 'loaded') return loaded.service;
    if (!hasWarned) warn(loaded.reason);
    hasWarned = true;
    return undefined;
  });
}

/** Says which files may hold a service's operations: those with its client, or, where none has, those of its names. */
function openPrefixes(
  index: readonly IndexEntry[],
  sdkNames: ReferenceIndex['sdkNames'],
  findSdkServices: FindSdkServices,
): (entry: ServiceEntry) => readonly string[] {
  const entries = new Map(index.map((entry) => [entry.service, entry]));
  const byService = new Map<string, Set<string>>();
  for (const [prefix, names] of sdkNames) {
    for (const service of names.flatMap(findSdkServices)) {
      byService.set(service, (byService.get(service) ?? new Set()).add(prefix));
    }
  }
  return (entry) => {
    const prefixes = byService.get(entry.service);
    if (prefixes !== undefined) return [...prefixes];
    return namesOf(entry, entries.get(entry.service)).filter((name) => sdkNames.has(name));
  };
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

function remember<Value>(find: (name: string) => Value): (name: string) => Value {
  const found = new Map<string, { readonly value: Value }>();
  return (name) => {
    const known = found.get(name) ?? { value: find(name) };
    found.set(name, known);
    return known.value;
  };
}
