import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LeastgrantError } from '../../errors.ts';
import type { IndexEntry, ServiceEntry } from './entries.ts';

/** What AWS is: the index of all services, and each service's shard on first use. */
export interface CatalogSource {
  readonly index: readonly IndexEntry[];
  /** Returns undefined for a service that the catalog does not know. */
  findService(service: string): ServiceEntry | undefined;
}

/**
 * Opens the built-in catalog. The index is read now, each shard when it is first asked for, and kept.
 * Throws E_CATALOG where its files are missing or damaged.
 */
export function openCatalog(folder = join(import.meta.dirname, 'data')): CatalogSource {
  const index: readonly IndexEntry[] = readGenerated(join(folder, 'index.json'));
  const known = new Set(index.map(({ service }) => service));
  const shards = new Map<string, ServiceEntry>();
  return {
    index,
    findService(service) {
      const loaded = shards.get(service);
      if (loaded !== undefined || !known.has(service)) return loaded;
      const shard: ServiceEntry = readGenerated(join(folder, 'services', `${service}.json`));
      shards.set(service, shard);
      return shard;
    },
  };
}

// The files are written by our own generator and checked against it in CI; parsing each entry again at every start
// would cost more than all recognition.
function readGenerated(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new LeastgrantError('E_CATALOG', `the catalog file \`${file}\` cannot be read`, {
      hint: 'install leastgrant again, or run `npm run catalog` in a checkout',
      cause,
    });
  }
}
