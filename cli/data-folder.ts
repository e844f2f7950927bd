import { isAbsolute, join, resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

/**
 * Returns the folder of the user's own data, which need not exist: `LEASTGRANT_DATA_DIR`, or `leastgrant` where the
 * platform keeps such data. Undefined where the environment does not say where that is.
 * Sources: XDG Base Directory Specification 0.8; Apple's File System Programming Guide; Windows known folders.
 */
export function findDataFolder(
  { env, cwd }: Pick<Terminal, 'env' | 'cwd'>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const chosen = env.LEASTGRANT_DATA_DIR;
  if (chosen) return resolve(cwd, chosen);
  if (platform === 'win32') {
    return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'leastgrant') : undefined;
  }
  // The specification says that a relative path is to be ignored.
  const xdg = env.XDG_DATA_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, 'leastgrant');
  if (!env.HOME) return undefined;
  const place = platform === 'darwin' ? ['Library', 'Application Support'] : ['.local', 'share'];
  return join(env.HOME, ...place, 'leastgrant');
}

/**
 * Returns the folder of the user's own data.
 * @throws LeastgrantError E_USAGE where the environment does not say where it is
 */
export function expectDataFolder(terminal: Terminal): string {
  const folder = findDataFolder(terminal);
  if (folder !== undefined) return folder;
  throw new LeastgrantError('E_USAGE', 'no folder for data: the environment names no home', {
    hint: 'name one with LEASTGRANT_DATA_DIR',
  });
}
