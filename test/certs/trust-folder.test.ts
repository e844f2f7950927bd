import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTrustFolder } from '../../certs/trust-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const files = { 'bundle.pem': 'certificates', 'store.p12': Uint8Array.of(0x30, 0x00, 0xff) };
const windows = process.platform === 'win32';

describe('createTrustFolder', () => {
  it('makes a folder named for the process, with the files in it', async () => {
    const parent = temporaryFolder();
    const folder = await createTrustFolder({ parent, files });
    expect(dirname(folder.path)).toBe(parent);
    expect(basename(folder.path)).toMatch(new RegExp(`^leastgrant-${process.pid}-[A-Za-z0-9]{6}$`));
    expect(readFileSync(join(folder.path, 'bundle.pem'), 'utf8')).toBe('certificates');
    expect([...readFileSync(join(folder.path, 'store.p12'))]).toEqual([0x30, 0x00, 0xff]);
    await folder.remove();
  });

  it.skipIf(windows)('lets nobody but the user in, whatever the umask', async () => {
    const umask = process.umask(0);
    try {
      const folder = await createTrustFolder({ parent: temporaryFolder(), files });
      expect(statSync(folder.path).mode & 0o777).toBe(0o700);
      for (const name of Object.keys(files)) {
        expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
      }
      folder.removeSync();
    } finally {
      process.umask(umask);
    }
  });

  it("uses the system's folder for temporary files by default", async () => {
    const folder = await createTrustFolder({ files });
    expect(dirname(folder.path)).toBe(tmpdir());
    await folder.remove();
    expect(existsSync(folder.path)).toBe(false);
  });

  it('names an absolute path where TMPDIR is relative: programs change their folder', async () => {
    const parent = temporaryFolder();
    const folder = await createTrustFolder({ parent: relative(process.cwd(), parent), files });
    expect(isAbsolute(folder.path)).toBe(true);
    expect(dirname(folder.path)).toBe(parent);
    await folder.remove();
  });

  it('works where the path is too long for a socket', async () => {
    const above = temporaryFolder();
    const parent = join(above, 'l'.repeat(120));
    mkdirSync(parent);
    const folder = await createTrustFolder({ parent, files });
    expect(readdirSync(folder.path).sort()).toEqual(['bundle.pem', 'store.p12']);
    // Node 20 cuts a socket's path at the limit and makes it there.
    expect(readdirSync(above)).toHaveLength(1);
    await folder.remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('says where it could not write', async () => {
    const parent = join(temporaryFolder(), 'missing');
    await expect(createTrustFolder({ parent, files })).rejects.toMatchObject({
      code: 'E_INTERNAL',
      message: `cannot write a folder in \`${parent}\``,
      cause: { code: 'ENOENT' },
    });
  });

  it('leaves nothing behind when a file cannot be written', async () => {
    const parent = temporaryFolder();
    const unwritable = { ...files, 'no-such-folder/bundle.pem': 'certificates' };
    await expect(createTrustFolder({ parent, files: unwritable })).rejects.toMatchObject({
      cause: { code: 'ENOENT' },
    });
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a trust folder', () => {
  it('can be removed at once, and twice', async () => {
    const folder = await createTrustFolder({ parent: temporaryFolder(), files });
    folder.removeSync();
    expect(existsSync(folder.path)).toBe(false);
    folder.removeSync();
    await folder.remove();
  });

  it('is gone after an exit that removes it, with the exit code as it was', () => {
    const parent = temporaryFolder();
    const program = `
      import { createTrustFolder } from './certs/trust-folder.ts';
      const folder = await createTrustFolder({ parent: ${JSON.stringify(parent)}, files: {} });
      process.on('exit', () => folder.removeSync());
      process.exit(7);`;
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
    );
    expect(run).toMatchObject({ status: 7, stderr: '' });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('does not keep the process running', () => {
    const program = `
      import { createTrustFolder } from './certs/trust-folder.ts';
      await createTrustFolder({ parent: ${JSON.stringify(temporaryFolder())}, files: {} });`;
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8', timeout: 15_000 },
    );
    expect(run).toMatchObject({ status: 0, signal: null });
  });
});
