import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LeastgrantError } from '../../errors.ts';

/** One npm package that the built-in catalog is made of. */
export interface CatalogPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** What the built-in catalog is made of and how much it holds. Written by the catalog's build. */
export interface CatalogManifest {
  readonly sources: readonly CatalogPackage[];
  readonly counts: {
    readonly services: number;
    readonly operations: number;
    readonly operationsWithoutKnownAction: number;
  };
}

/**
 * Reads the manifest of the built-in catalog.
 * @throws LeastgrantError E_CATALOG where it is missing or damaged
 */
export function readCatalogManifest(folder = join(import.meta.dirname, 'data')): CatalogManifest {
  const file = join(folder, 'manifest.json');
  try {
    // Written by our own generator, as all of the catalog.
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new LeastgrantError('E_CATALOG', `the catalog file \`${file}\` cannot be read`, {
      hint: 'install leastgrant again, or run `npm run catalog` in a checkout',
      cause,
    });
  }
}

/**
 * Returns the day up to which the built-in catalog knows IAM, `2026-09-26`: the newest day that the version of one of
 * its packages holds. Undefined where none does.
 */
export function catalogDate({ sources }: CatalogManifest): string | undefined {
  const days = sources.flatMap(({ version }) => {
    const [, year, month, day] = /^\d+\.\d+\.(20\d\d)(\d\d)(\d\d)\d*$/.exec(version) ?? [];
    return year === undefined ? [] : [`${year}-${month}-${day}`];
  });
  return days.sort().at(-1);
}
