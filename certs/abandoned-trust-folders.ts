import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOwnerState } from './owner-marker.ts';

/** The names that createTrustFolder gives: process id and the six characters of mkdtemp. */
const folderName = /^leastgrant-([1-9]\d{0,9})-[A-Za-z0-9]{6}$/;

/** Far longer than it takes from making a folder to putting its marker there. */
const startUpMs = 60_000;

/**
 * Removes the trust folders in `parent` whose run ended without removing them: it crashed, or was killed.
 * Touches only real folders of the current user under the exact name, and never fails.
 * Returns the paths of what it removed, sorted.
 */
export async function removeAbandonedTrustFolders(parent: string = tmpdir()): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const found = await Promise.all(names.map((name) => removeIfAbandoned(parent, name)));
  return found.filter((path) => path !== undefined).sort();
}

async function removeIfAbandoned(parent: string, name: string): Promise<string | undefined> {
  const pid = folderName.exec(name)?.[1];
  if (pid === undefined) return undefined;
  const path = join(parent, name);
  try {
    if (!(await isAbandoned(path, Number(pid)))) return undefined;
    await rm(path, { recursive: true, force: true });
    return path;
  } catch {
    // Another start was quicker, or the system refuses: neither is a reason not to run.
    return undefined;
  }
}

async function isAbandoned(path: string, pid: number): Promise<boolean> {
  const entry = await lstat(path);
  if (!entry.isDirectory() || !isOfCurrentUser(entry.uid)) return false;
  const owner = await findOwnerState(path);
  if (owner === 'alive') return false;
  if (!isRunning(pid)) return true;
  // Another program has the process id by now, unless the folder was made this moment.
  return owner === 'gone' && Date.now() - entry.mtimeMs > startUpMs;
}

/** Windows has no user ids, and a temporary folder for each user. */
function isOfCurrentUser(uid: number): boolean {
  return process.getuid === undefined || process.getuid() === uid;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
