import { readdir, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasErrorCode } from './file-error.ts';
import { makeFolder } from './make-folder.ts';

/** Where everything of a project's recordings lies. */
export interface SessionFolder {
  /** The folder itself, by default `.leastgrant` of the project. */
  readonly root: string;
  /** One file a session. */
  readonly sessions: string;
  /** Where a recorder begins its journal. */
  readonly journals: string;
  /** All places where there may be journals: one for each recorder that is running or has crashed. */
  readonly journalPlaces: readonly string[];
  /** Who is writing at this moment. */
  readonly locks: string;
  /** The list of sessions; can be made again from the session files. */
  readonly index: string;
}

/** A place for the journals of a session folder outside of it. */
export interface JournalsElsewhere {
  /** For this session folder alone. It need not exist. */
  readonly folder: string;
  /** True where recorders begin their journals there; false where journals are only looked for there. */
  readonly isForNew: boolean;
}

/** Returns the paths of the session folder `dir`. Touches no disk. */
export function sessionFolderAt(dir: string, elsewhere?: JournalsElsewhere): SessionFolder {
  const inside = join(dir, 'journal');
  return {
    root: dir,
    sessions: join(dir, 'sessions'),
    journals: elsewhere?.isForNew === true ? elsewhere.folder : inside,
    journalPlaces: elsewhere === undefined ? [inside] : [inside, elsewhere.folder],
    locks: join(dir, 'lock'),
    index: join(dir, 'index.json'),
  };
}

/** Returns the path of a session's file. `name` has been through `parseSessionName`. */
export function sessionFilePath(folder: SessionFolder, name: string): string {
  return join(folder.sessions, `${name}.json`);
}

/** Makes what is missing of the folder, readable by its owner alone. */
export async function makeSessionFolder(folder: SessionFolder): Promise<void> {
  const made = await makeFolder(folder.root, 0o700);
  if (made !== undefined || (await readdir(folder.root)).length === 0) {
    await ignoreInGit(folder.root);
  }
  for (const path of [folder.sessions, folder.journals, folder.locks]) {
    await makeFolder(path, 0o700);
  }
}

/** Removes the places for journals outside of the session folder that hold none. */
export async function removeEmptyPlaces({ root, journalPlaces }: SessionFolder): Promise<void> {
  for (const place of journalPlaces) {
    if (dirname(place) === root) continue;
    // One that is in use, or not there, stays as it is.
    await rmdir(place).catch(() => {});
  }
}

// Only in a folder that is new: in one that the user chose and uses for more, `*` would hide their files from git.
async function ignoreInGit(root: string): Promise<void> {
  try {
    await writeFile(join(root, '.gitignore'), '*\n', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
}
