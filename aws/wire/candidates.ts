import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';

/**
 * Returns the services that a signed request may be for, best first: those with the scope's signing name, the ones
 * whose endpoint prefix stands in the host before the others; where no service signs with that name, those that the
 * host names.
 */
export function findCandidates(
  catalog: CatalogSource,
  signingName: string,
  host: string,
): readonly IndexEntry[] {
  const bySigningName = indexOf(catalog).get(signingName) ?? [];
  const name = host.toLowerCase();
  const isNamed = (entry: IndexEntry) => hostNames(name, entry.endpointPrefix);
  if (bySigningName.length === 0) return catalog.index.filter(isNamed);
  if (bySigningName.length === 1) return bySigningName;
  return [...bySigningName].sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

const indexes = new WeakMap<CatalogSource, ReadonlyMap<string, readonly IndexEntry[]>>();

function indexOf(catalog: CatalogSource): ReadonlyMap<string, readonly IndexEntry[]> {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const index = new Map<string, IndexEntry[]>();
  for (const entry of catalog.index) {
    index.set(entry.signingName, [...(index.get(entry.signingName) ?? []), entry]);
  }
  indexes.set(catalog, index);
  return index;
}

// `runtime.sagemaker` is the endpoint prefix of `runtime.sagemaker.eu-west-1.amazonaws.com`, with whatever before it.
function hostNames(host: string, endpointPrefix: string): boolean {
  return host.startsWith(`${endpointPrefix}.`) || host.includes(`.${endpointPrefix}.`);
}
