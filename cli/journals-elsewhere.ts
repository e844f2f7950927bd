import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { JournalsElsewhere } from '../sessions/session-folder.ts';
import { findDataFolder } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

/**
 * Returns where the journals of the session folder `dir` lie besides in it: in a folder of its own within the user's data
 * folder; undefined where the environment names none.
 *
 * A journal grows while the program runs. Programs that take in their whole folder (`aws s3 sync .`, `tar`, packagers,
 * watchers) fail, start again or upload it where a file changes under them, so recorders begin their journals there when
 * the session folder lies below the current folder.
 */
export async function journalsElsewhere(
  dir: string,
  terminal: Pick<Terminal, 'env' | 'cwd'>,
): Promise<JournalsElsewhere | undefined> {
  const data = findDataFolder(terminal);
  if (data === undefined) return undefined;
  const [root, cwd] = await Promise.all([realRoot(dir), realRoot(terminal.cwd)]);
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return { folder: join(data, 'journal', key), isForNew: isBelow(root, cwd) };
}

// Two ways to one folder, over a symbolic link, must find the same journals. The folder itself may be missing yet.
async function realRoot(dir: string): Promise<string> {
  const parent = await realpath(dirname(dir)).catch(() => dirname(dir));
  return realpath(dir).catch(() => join(parent, basename(dir)));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
