import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LeastgrantError } from '../../errors.ts';
import type { IamServiceEntry, IndexEntry, ServiceEntry } from './entries.ts';

/** What AWS is: the index of all services, and each service's shard on first use. */
export interface CatalogSource {
  readonly index: readonly IndexEntry[];
  /** Returns undefined for a service that the catalog does not know. */
  findService(service: string): ServiceEntry | undefined;
  /** Returns the prefixes of all IAM actions, sorted: `s3`, `iam`. */
  listIamPrefixes(): readonly string[];
  /** Returns undefined for a prefix that IAM does not know. Prefixes are in lower case. */
  findIamService(prefix: string): IamServiceEntry | undefined;
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
    ...openIamServices(join(folder, 'iam')),
  };
}

function openIamServices(
  folder: string,
): Pick<CatalogSource, 'listIamPrefixes' | 'findIamService'> {
  let prefixes: ReadonlySet<string> | undefined;
  const shards = new Map<string, IamServiceEntry>();
  const known = () => {
    prefixes ??= new Set(listShards(folder));
    return prefixes;
  };
  return {
    listIamPrefixes: () => [...known()],
    findIamService(prefix) {
      const loaded = shards.get(prefix);
      if (loaded !== undefined || !known().has(prefix)) return loaded;
      const shard: IamServiceEntry = readGenerated(join(folder, `${prefix}.json`));
      shards.set(prefix, shard);
      return shard;
    },
  };
}

function listShards(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .map((file) => file.replace(/\.json$/, ''))
      .sort();
  } catch (cause) {
    throw unreadable(folder, cause);
  }
}

// The files are written by our own generator and checked against it in CI; parsing each entry again at every start
// would cost more than all recognition.
function readGenerated(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(path: string, cause: unknown): LeastgrantError {
  return new LeastgrantError('E_CATALOG', `the catalog file \`${path}\` cannot be read`, {
    hint: 'install leastgrant again, or run `npm run catalog` in a checkout',
    cause,
  });
}
