import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../sessions/make-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('makeFolder', () => {
  it('makes all that is missing and tells the highest', async () => {
    const root = await temporaryFolder();
    const path = join(root, 'a', 'b', 'c');
    expect(await makeFolder(path)).toBe(join(root, 'a'));
    expect(statSync(path).isDirectory()).toBe(true);
    expect(await makeFolder(path)).toBeUndefined();
  });

  it('can be asked by many at once', async () => {
    const path = join(await temporaryFolder(), 'a', 'b');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(path)));
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('throws ENOTDIR for a file, and for what is below one', async () => {
    const file = join(await temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder(join(file, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(process.platform === 'linux')('ends where the system takes no folder', async () => {
    await expect(makeFolder('/proc/leastgrant/x')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
