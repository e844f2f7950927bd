import { dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { LeastgrantError } from '../errors.ts';
import { openStore } from '../sessions/open-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { findConfigFile } from './config/find-config.ts';
import { journalsElsewhere } from './journals-elsewhere.ts';
import type { Terminal } from './terminal.ts';

/** The session that commands use where none is named. */
export const defaultSession = 'default';

/** Returns the option that says where sessions lie, for every command that needs them. */
export function dirOption(): Option {
  const where = 'folder of the sessions (default: LEASTGRANT_DIR, or .leastgrant of the project)';
  return new Option('--dir <folder>', where);
}

/**
 * Returns the absolute path of the session folder: `--dir`, `LEASTGRANT_DIR`, or `.leastgrant` of the project. That is
 * `project` where it is given, else the folder of the configuration file that is found, else the current folder.
 * @throws LeastgrantError E_USAGE where `--dir` is empty
 */
export function sessionFolderOf(
  dir: string | undefined,
  { env, cwd }: Terminal,
  project?: string,
): string {
  const fromEnv = env.LEASTGRANT_DIR === '' ? undefined : env.LEASTGRANT_DIR;
  if (dir === '') {
    // A variable that is not set, most likely. The current folder would fill with files of ours.
    throw new LeastgrantError('E_USAGE', '`--dir` names no folder', {
      hint: 'name one, or leave `--dir` out',
    });
  }
  const named = dir ?? fromEnv;
  if (named !== undefined) return resolve(cwd, named);
  return join(project ?? findProject(cwd), '.leastgrant');
}

function findProject(cwd: string): string {
  const config = findConfigFile(cwd);
  return config === undefined ? cwd : dirname(config);
}

/** Opens the session folder and says what was found wrong in it. */
export async function openSessions(
  dir: string | undefined,
  terminal: Terminal,
  project?: string,
): Promise<SessionStore> {
  const folder = sessionFolderOf(dir, terminal, project);
  const store = await openStore(folder, await journalsElsewhere(folder, terminal));
  for (const notice of store.notices) terminal.say(`leastgrant: ${notice}`);
  return store;
}
