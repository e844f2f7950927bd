import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrorCode } from './file-error.ts';
import { currentOwner, isOwnerAlive } from './process-owner.ts';

/** A file whose name says whose it is: a journal, a lock or a temporary file. */
export interface OwnedFile {
  readonly path: string;
  /** What it is for: a session's name, or the index. */
  readonly subject: string;
  readonly owner: string;
  /** Never used twice, in no process. */
  readonly id: string;
}

const OWNED_NAME = /^([A-Za-z0-9._-]+)~([0-9a-f]+-[0-9]+-[0-9]+)~([0-9a-f]+)\.([a-z]+)$/;

/**
 * Returns a name for a new file of this process. The owner stands in the name, not in the file, so that
 * it is known from the moment the file exists.
 */
export function ownedFile(folder: string, subject: string, extension: string): OwnedFile {
  const owner = currentOwner();
  const id = randomBytes(8).toString('hex');
  return { path: join(folder, `${subject}~${owner}~${id}.${extension}`), subject, owner, id };
}

/** Returns the owned files with this extension in `folder`, sorted by name; none where there is no folder. */
export async function listOwnedFiles(folder: string, extension: string): Promise<OwnedFile[]> {
  const names = await namesIn(folder);
  return names.flatMap((name) => {
    const [, subject, owner, id, found] = OWNED_NAME.exec(name) ?? [];
    if (subject === undefined || owner === undefined || id === undefined) return [];
    return found === extension ? [{ path: join(folder, name), subject, owner, id }] : [];
  });
}

/** Tells whether the process that made the file still runs. A file that is gone has no owner. */
export async function isOwnedByLiving(file: OwnedFile): Promise<boolean> {
  try {
    return isOwnerAlive(file.owner, (await stat(file.path)).mtimeMs);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Removes the files with this extension that a crash has left. */
export async function removeOrphans(folder: string, extension: string): Promise<void> {
  for (const file of await listOwnedFiles(folder, extension)) {
    if (!(await isOwnedByLiving(file))) await rm(file.path, { force: true });
  }
}

/** Returns the names of the entries of a folder, sorted; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}
