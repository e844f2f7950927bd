import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileChange, replaceFiles } from '../../../cli/export/replace-files.ts';
import { makeTestFolder } from '../recorded-session.ts';

async function makeFiles() {
  const folder = await makeTestFolder();
  for (const name of ['updated', 'removed']) await writeFile(join(folder, name), `old ${name}`);
  const change = (path: string, before?: string, after?: string): FileChange => ({
    path,
    target: join(folder, path),
    before,
    after,
  });
  const changes = [
    change('updated', 'old updated', 'new updated'),
    change(join('made', 'deep', 'file'), undefined, 'new file'),
    change('removed', 'old removed'),
  ];
  return { folder, change, changes };
}

describe('replaceFiles', () => {
  it('writes, makes and removes, and leaves nothing else behind', async () => {
    const { folder, changes } = await makeFiles();
    await replaceFiles(changes);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['made', join('made', 'deep'), join('made', 'deep', 'file'), 'updated'].sort(),
    );
    expect(await readFile(join(folder, 'updated'), 'utf8')).toBe('new updated');
  });

  it.skipIf(process.platform === 'win32')('keeps the mode of what it replaces', async () => {
    const { folder, changes } = await makeFiles();
    await chmod(join(folder, 'updated'), 0o640);
    await replaceFiles(changes);
    expect((await stat(join(folder, 'updated'))).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['cannot be written beside its place', join('updated', 'below'), undefined],
    ['cannot be put in its place', 'folder', undefined],
    ['is gone', 'gone', 'old'],
  ])('brings back everything where a file %s', async (_, path, before) => {
    const { folder, change, changes } = await makeFiles();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'folder', 'theirs'), 'theirs');
    await expect(replaceFiles([...changes, change(path, before, 'new')])).rejects.toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining(`\`${path}\` cannot be written: `),
    });
    expect((await readdir(folder)).sort()).toEqual(['folder', 'removed', 'updated']);
    expect(await readFile(join(folder, 'updated'), 'utf8')).toBe('old updated');
    expect(await readFile(join(folder, 'removed'), 'utf8')).toBe('old removed');
    expect(await readdir(join(folder, 'folder'))).toEqual(['theirs']);
  });
});
