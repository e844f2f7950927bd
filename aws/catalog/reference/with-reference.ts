import type { CatalogSource } from '../catalog.ts';
import type { IamServiceEntry, ServiceEntry } from '../entries.ts';
import { extendIamService } from './extend-iam-service.ts';
import { extendService } from './extend-service.ts';
import { findReference, loadService } from './find-reference.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { remember } from './remember.ts';
import type { ReferenceHalf } from './render-service-reference.ts';
import { openSdkNames } from './sdk-names.ts';
import { openServicePrefixes } from './service-prefixes.ts';
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
  const warnOnce = once(warn);
  const findOperations = openHalf('operations', dataFolder, found.index, warnOnce);
  const findIam = openHalf('iam', dataFolder, found.index, warnOnce);
  const { sdkNames } = found.index;
  const findSdkServices = openSdkNames(catalog.index);
  const prefixesOf = openServicePrefixes(catalog.index, sdkNames, findSdkServices);
  return {
    ...catalog,
    findService: remember((service): ServiceEntry | undefined => {
      const entry = catalog.findService(service);
      if (entry === undefined) return undefined;
      const references = prefixesOf(entry)
        .map(findOperations)
        .filter((reference) => reference !== undefined);
      return extendService(entry, {
        references,
        findReference: findOperations,
        findSdkServices,
      });
    }),
    listIamPrefixes: () => [...new Set([...catalog.listIamPrefixes(), ...sdkNames.keys()])].sort(),
    findIamService: remember((prefix): IamServiceEntry | undefined => {
      const entry = catalog.findIamService(prefix);
      const reference = findIam(prefix);
      return reference === undefined ? entry : extendIamService(entry, reference);
    }),
  };
}

function openHalf(
  half: ReferenceHalf,
  dataFolder: string,
  index: ReferenceIndex,
  warn: (sentence: string) => void,
): (prefix: string) => ServiceReference | undefined {
  return remember((prefix) => {
    if (!index.sdkNames.has(prefix)) return undefined;
    const loaded = loadService(dataFolder, index, half, prefix);
    if (loaded.kind === 'loaded') return loaded.service;
    warn(loaded.reason);
    return undefined;
  });
}

function once(warn: (sentence: string) => void): (sentence: string) => void {
  let hasWarned = false;
  return (sentence) => {
    if (!hasWarned) warn(sentence);
    hasWarned = true;
  };
}
