import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of the file that holds a project's settings. */
export const configFileName = 'leastgrant.config.json';

/**
 * Returns the path of the configuration file that a folder's commands go by: the nearest one in the folder or above it,
 * up to the repository's root. Undefined where there is none. Outside a repository only the folder itself counts:
 * what lies in a home or a temporary folder is nobody's project.
 */
export function findConfigFile(folder: string): string | undefined {
  const root = findRepository(folder) ?? folder;
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, configFileName);
    if (existsSync(path)) return path;
    if (at === root || at === dirname(at)) return undefined;
  }
}

/** Returns the root of the git repository that a folder lies in; undefined where it lies in none. */
export function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    // A file in a worktree or a submodule.
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
