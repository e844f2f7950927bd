import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGitBranch } from '../../../cli/run-values/read-git-branch.ts';
import { makeTestFolder } from '../recorded-session.ts';

async function repository(head: string): Promise<string> {
  const folder = await makeTestFolder();
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git', 'HEAD'), head);
  return folder;
}

describe('readGitBranch', () => {
  it('returns the branch that is checked out, from folders of the repository too', async () => {
    const folder = await repository('ref: refs/heads/feature/add-login\n');
    await mkdir(join(folder, 'packages'));
    expect(await readGitBranch(folder)).toBe('feature/add-login');
    expect(await readGitBranch(join(folder, 'packages'))).toBe('feature/add-login');
  });

  it('returns the branch of a worktree', async () => {
    const folder = await repository('ref: refs/heads/main\n');
    const worktree = await makeTestFolder();
    const own = join(folder, '.git', 'worktrees', 'w');
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'HEAD'), 'ref: refs/heads/fix/cart\n');
    await writeFile(join(worktree, '.git'), `gitdir: ${own}\n`);
    expect(await readGitBranch(worktree)).toBe('fix/cart');
  });

  it('is undefined for a commit, for no repository, and for one that cannot be read', async () => {
    const broken = await makeTestFolder();
    await mkdir(join(broken, '.git'));
    const folders = [await repository(`${'a1'.repeat(20)}\n`), await makeTestFolder(), broken];
    expect(await Promise.all(folders.map(readGitBranch))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
