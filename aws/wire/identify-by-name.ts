import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { BodyReader } from './body-reader.ts';
import type { Identified } from './identification.ts';
import { readParameters } from './read-parameters.ts';

/**
 * Identifies a call of an RPC protocol, whose request says its operation's name: the first of the services that has it.
 * Undefined where none has.
 */
export function identifyByName(
  operation: string,
  services: readonly IndexEntry[],
  catalog: CatalogSource,
  scanBody: BodyReader,
): Identified | undefined {
  for (const { service } of services) {
    const operations = catalog.findService(service)?.operations ?? {};
    const entry = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (entry === undefined) continue;
    const sources = { ...nothingBesideBody, scanBody };
    return {
      kind: 'identified',
      service,
      operation,
      entry,
      isRpc: true,
      readParameters: (...body) => readParameters(entry, sources, ...body),
    };
  }
  return undefined;
}

const nothingBesideBody = {
  labels: new Map(),
  query: new Map(),
  headers: new Map(),
  isRpc: true,
} as const;
