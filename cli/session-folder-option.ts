import { resolve } from 'node:path';
import { Option } from 'commander';
import { openStore } from '../sessions/open-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Terminal } from './terminal.ts';

/** The session that commands use where none is named. */
export const defaultSession = 'default';

/** Returns the option that says where sessions lie, for every command that needs them. */
export function dirOption(): Option {
  const where = 'folder of the sessions (default: LEASTGRANT_DIR, or .leastgrant here)';
  return new Option('--dir <folder>', where);
}

/** Returns the absolute path of the session folder: `--dir`, `LEASTGRANT_DIR`, or `.leastgrant` here. */
export function sessionFolderOf(dir: string | undefined, { env, cwd }: Terminal): string {
  const fromEnv = env.LEASTGRANT_DIR === '' ? undefined : env.LEASTGRANT_DIR;
  return resolve(cwd, dir ?? fromEnv ?? '.leastgrant');
}

/** Opens the session folder and says what was found wrong in it. */
export async function openSessions(
  dir: string | undefined,
  terminal: Terminal,
): Promise<SessionStore> {
  const store = await openStore(sessionFolderOf(dir, terminal));
  for (const notice of store.notices) terminal.say(`leastgrant: ${notice}`);
  return store;
}
