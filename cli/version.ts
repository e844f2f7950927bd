import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LeastgrantError } from '../errors.ts';

/** Returns leastgrant's own version, from the package.json above this file: in a checkout or in `dist`. */
export function readVersion(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const version = findVersion(join(folder, 'package.json'));
    if (version !== undefined) return version;
    if (folder === dirname(folder)) {
      throw new LeastgrantError('E_INTERNAL', 'leastgrant has lost its package.json', {
        hint: 'install leastgrant again',
      });
    }
  }
}

function findVersion(file: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null) return undefined;
    if (!('name' in manifest) || manifest.name !== 'leastgrant') return undefined;
    return 'version' in manifest && typeof manifest.version === 'string'
      ? manifest.version
      : undefined;
  } catch {
    return undefined;
  }
}
