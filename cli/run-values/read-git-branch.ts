import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findRepository } from '../config/find-config.ts';

/**
 * Returns the branch that is checked out where a folder lies; undefined outside a repository, where a commit is checked out
 * without a branch, and where git's files cannot be read: a name of the run less is known then, and nothing else.
 */
export async function readGitBranch(folder: string): Promise<string | undefined> {
  const root = findRepository(folder);
  if (root === undefined) return undefined;
  try {
    const head = await readFile(join(await gitFolderOf(root), 'HEAD'), 'utf8');
    return /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1];
  } catch {
    return undefined;
  }
}

/** A worktree and a submodule have a file in its place, which names it. */
async function gitFolderOf(root: string): Promise<string> {
  const path = join(root, '.git');
  if ((await stat(path)).isDirectory()) return path;
  const [, folder = ''] = /^gitdir: (.+)$/m.exec(await readFile(path, 'utf8')) ?? [];
  return resolve(root, folder);
}
