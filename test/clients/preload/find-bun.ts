import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the Bun to test with: the one that `LEASTGRANT_BUN` names, else the one of the nested package. */
export function findBun(): string {
  const named = process.env.LEASTGRANT_BUN;
  if (named) return named;
  const arch = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const name = `bun-${process.platform}-${arch}`;
  const path = join(import.meta.dirname, '..', 'node_modules', '@oven', name, 'bin', 'bun');
  if (existsSync(path)) return path;
  throw new Error(
    'no Bun to test with: run `npm ci` in `test/clients`, or, where npm has none for ' +
      `${process.platform} on ${process.arch}, set LEASTGRANT_BUN to the path of one`,
  );
}
