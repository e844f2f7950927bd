import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withFolderLock } from '../../sessions/folder-lock.ts';
import { currentOwner } from '../../sessions/process-owner.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFolderAt,
} from '../../sessions/session-folder.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

async function newFolder(): Promise<SessionFolder> {
  const folder = sessionFolderAt(await temporarySessionFolder());
  await makeSessionFolder(folder);
  return folder;
}

describe('withFolderLock', () => {
  it('lets one in at a time', async () => {
    const folder = await newFolder();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, () => withFolderLock(folder, 's', work)));
    expect(most).toBe(1);
  });

  it('returns the result and leaves nothing behind, also after a failure', async () => {
    const folder = await newFolder();
    expect(await withFolderLock(folder, 's', async () => 7)).toBe(7);
    const failing = withFolderLock(folder, 's', () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(readdirSync(folder.locks)).toEqual([]);
  });

  it('does not make one session wait for another', async () => {
    const folder = await newFolder();
    const inner = () => withFolderLock(folder, 't', async () => 'inside both', 0);
    expect(await withFolderLock(folder, 's', inner)).toBe('inside both');
  });

  it('takes over from an owner that has died', async () => {
    const folder = await newFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const owner = `${currentOwner().split('-')[0]}-${pid}-0`;
    writeFileSync(join(folder.locks, `s~${owner}~0123456789abcdef.lock`), '');
    expect(await withFolderLock(folder, 's', async () => 'in', 0)).toBe('in');
    expect(readdirSync(folder.locks)).toEqual([]);
  });

  it('gives up in the end and says who is writing', async () => {
    const folder = await newFolder();
    await withFolderLock(folder, 's', async () => {
      await expect(withFolderLock(folder, 's', async () => 'in', 30)).rejects.toMatchObject({
        code: 'E_SESSION_BUSY',
        message: expect.stringContaining(`process ${process.pid}`),
        hint: expect.any(String),
      });
    });
  });
});
