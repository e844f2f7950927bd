import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the Deno to test with: the one that `LEASTGRANT_DENO` names, else the one of the nested package. */
export function findDeno(): string {
  const named = process.env.LEASTGRANT_DENO;
  if (named) return named;
  const name = `${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}`;
  const path = join(import.meta.dirname, '..', 'node_modules', '@deno', name, 'deno');
  if (existsSync(path)) return path;
  throw new Error(
    'no Deno to test with: run `npm ci` in `test/clients`, or, where npm has none for ' +
      `${process.platform} on ${process.arch}, set LEASTGRANT_DENO to the path of one`,
  );
}
