import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeAbandonedTrustFolders } from '../../certs/abandoned-trust-folders.ts';
import { createTrustFolder } from '../../certs/trust-folder.ts';
import { startOwnerProcess } from './support/owner-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const longAgo = new Date('2026-01-01');

/** Makes a folder in `parent` whose process has ended, and returns its name. */
async function makeAbandoned(parent: string): Promise<string> {
  const owner = await startOwnerProcess(parent);
  await owner.kill();
  const [name = ''] = readdirSync(parent);
  return name;
}

describe('removeAbandonedTrustFolders', () => {
  it('removes the folder of a process that was killed, not before', async () => {
    const parent = temporaryFolder();
    const owner = await startOwnerProcess(parent);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    await owner.kill();
    expect(await removeAbandonedTrustFolders(parent)).toEqual([owner.path]);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('keeps the folder of a living process whose id means nothing here, as in a container', async () => {
    const parent = temporaryFolder();
    const dead = await startOwnerProcess(temporaryFolder());
    await dead.kill();
    const alive = await createTrustFolder({ parent, files: {} });
    const moved = join(parent, `leastgrant-${dead.pid}-AbCd12`);
    renameSync(alive.path, moved);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    expect(existsSync(moved)).toBe(true);
    alive.removeSync();
  });

  it('removes an old folder whose process id another process has by now', async () => {
    const parent = temporaryFolder();
    const name = await makeAbandoned(parent);
    const reused = join(parent, `leastgrant-${process.pid}-AbCd12`);
    renameSync(join(parent, name), reused);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    utimesSync(reused, longAgo, longAgo);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([reused]);
  });

  it('keeps the folder of a process that is just making it', async () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, `leastgrant-${process.pid}-AbCd12`));
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    expect(readdirSync(parent)).toHaveLength(1);
  });

  it('keeps an old folder of a living process that could make no marker', async () => {
    const parent = temporaryFolder();
    const path = join(parent, `leastgrant-${process.pid}-AbCd12`);
    mkdirSync(path);
    utimesSync(path, longAgo, longAgo);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
  });

  it('keeps what is no folder of a run by its name', async () => {
    const parent = temporaryFolder();
    const dead = /\d+/.exec(await makeAbandoned(temporaryFolder()))?.[0];
    const others = [
      `leastgrant-${dead}-AbCd1`,
      `leastgrant-${dead}-AbCd123`,
      `leastgrant-${dead}`,
      `leastgrant-0-AbCd12`,
      `leastgrant-x-AbCd12`,
      `my-leastgrant-${dead}-AbCd12`,
    ];
    for (const name of others) mkdirSync(join(parent, name));
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    expect(readdirSync(parent).sort()).toEqual(others.sort());
  });

  it('keeps files and links under the name of a folder, and what links point to', async () => {
    const parent = temporaryFolder();
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'precious'), '');
    const name = await makeAbandoned(temporaryFolder());
    symlinkSync(elsewhere, join(parent, name));
    writeFileSync(join(parent, name.replace(/.{6}$/, 'AbCd12')), '');
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    expect(readdirSync(parent)).toHaveLength(2);
    expect(readdirSync(elsewhere)).toEqual(['precious']);
  });

  it.skipIf(process.getuid?.() !== 0)("keeps another user's folder", async () => {
    const parent = temporaryFolder();
    const name = await makeAbandoned(parent);
    chownSync(join(parent, name), 65534, 65534);
    expect(await removeAbandonedTrustFolders(parent)).toEqual([]);
    expect(readdirSync(parent)).toEqual([name]);
  });

  it('removes nothing where there is nothing to read', async () => {
    expect(await removeAbandonedTrustFolders(join(temporaryFolder(), 'missing'))).toEqual([]);
  });
});
