import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasErrorCode } from './file-error.ts';

/**
 * Makes a folder and what is missing above it, and returns the highest that it made; undefined where all was there.
 * Where the file system takes no folder and says that something is missing (`/proc/x`), `mkdir` with `recursive` would
 * try again for ever (Node 20); this throws what the system said.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<string | undefined> {
  try {
    await mkdir(path, { mode });
    return path;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return expectFolder(path);
    if (!hasErrorCode(error, 'ENOENT') || (await isThere(dirname(path)))) throw error;
  }
  const highest = await makeFolder(dirname(path), mode);
  const own = await makeFolder(path, mode);
  return highest ?? own;
}

/** Throws `ENOTDIR` where it is none. What it holds need not be readable. */
async function expectFolder(path: string): Promise<undefined> {
  await stat(`${path}/.`);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
