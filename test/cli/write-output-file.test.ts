import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { expectWritablePath, writeOutputFile } from '../../cli/write-output-file.ts';
import { makeTestFolder } from './recorded-session.ts';

describe('writeOutputFile', () => {
  it('makes the file, and leaves nothing else behind', async () => {
    const cwd = await makeTestFolder();
    await writeOutputFile(cwd, 'policy.json', 'new');
    expect(await readdir(cwd)).toEqual(['policy.json']);
    expect(await readFile(join(cwd, 'policy.json'), 'utf8')).toBe('new');
  });

  it.runIf(process.platform !== 'win32')(
    'keeps the mode of a file and the link to it',
    async () => {
      const cwd = await makeTestFolder();
      await mkdir(join(cwd, 'real'));
      await writeFile(join(cwd, 'real', 'policy.json'), 'old, and longer', { mode: 0o640 });
      await symlink(join('real', 'policy.json'), join(cwd, 'link.json'));
      await writeOutputFile(cwd, 'link.json', 'new');
      expect(await readFile(join(cwd, 'real', 'policy.json'), 'utf8')).toBe('new');
      expect((await stat(join(cwd, 'real', 'policy.json'))).mode & 0o777).toBe(0o640);
      expect((await readdir(cwd)).sort()).toEqual(['link.json', 'real']);
    },
  );

  // Root may write everywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'writes into a file whose folder takes no other, and refuses a new file there beforehand',
    async () => {
      const cwd = await makeTestFolder();
      await writeFile(join(cwd, 'policy.json'), 'old, and longer');
      await chmod(cwd, 0o555);
      onTestFinished(() => chmod(cwd, 0o755));
      await expectWritablePath(cwd, 'policy.json');
      await writeOutputFile(cwd, 'policy.json', 'new');
      expect(await readFile(join(cwd, 'policy.json'), 'utf8')).toBe('new');
      await expect(expectWritablePath(cwd, 'new.json')).rejects.toMatchObject({ code: 'E_INPUT' });
    },
  );

  it.runIf(process.platform !== 'win32')('writes into a device as it is', async () => {
    await writeOutputFile('/', '/dev/null', 'gone');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('takes a name as long as any may be', async () => {
    const cwd = await makeTestFolder();
    const name = `${'long-'.repeat(50)}.json`;
    await expectWritablePath(cwd, name);
    await writeOutputFile(cwd, name, 'new');
    expect(await readdir(cwd)).toEqual([name]);
  });

  it('takes an empty name for a mistake', async () => {
    const cwd = await makeTestFolder();
    await expect(expectWritablePath(cwd, '')).rejects.toMatchObject({ code: 'E_USAGE' });
  });

  it('says which folder is missing', async () => {
    const cwd = await makeTestFolder();
    await expect(writeOutputFile(cwd, 'none/policy.json', 'new')).rejects.toMatchObject({
      code: 'E_INPUT',
      message: 'the folder of `none/policy.json` does not exist',
    });
  });
});

describe('expectWritablePath', () => {
  it('refuses a missing folder and a folder, and takes a file that is there or not', async () => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'there.json'), '');
    await expect(expectWritablePath(cwd, 'there.json')).resolves.toBeUndefined();
    await expect(expectWritablePath(cwd, 'new.json')).resolves.toBeUndefined();
    await expect(expectWritablePath(cwd, '.')).rejects.toMatchObject({ code: 'E_INPUT' });
    await expect(expectWritablePath(cwd, 'there.json/new.json')).rejects.toMatchObject({
      code: 'E_INPUT',
    });
  });
});
