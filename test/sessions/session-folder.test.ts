import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSessionFolder, sessionFolderAt } from '../../sessions/session-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('makeSessionFolder', () => {
  it('makes a folder that git ignores', async () => {
    const root = join(await temporaryFolder(), 'project', '.leastgrant');
    await makeSessionFolder(sessionFolderAt(root));
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it.skipIf(process.platform === 'win32')('lets nobody but its owner in', async () => {
    const root = join(await temporaryFolder(), '.leastgrant');
    const folder = sessionFolderAt(root);
    await makeSessionFolder(folder);
    for (const path of [root, folder.sessions, folder.journals, folder.locks]) {
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
  });

  it('hides nothing from git in a folder that the user has for more', async () => {
    const root = await temporaryFolder();
    writeFileSync(join(root, 'main.js'), '');
    await makeSessionFolder(sessionFolderAt(root));
    expect(existsSync(join(root, '.gitignore'))).toBe(false);
  });

  it('ignores an empty folder that was made beforehand, and can be asked twice', async () => {
    const root = join(await temporaryFolder(), '.leastgrant');
    mkdirSync(root);
    await makeSessionFolder(sessionFolderAt(root));
    await makeSessionFolder(sessionFolderAt(root));
    expect(existsSync(join(root, '.gitignore'))).toBe(true);
  });
});
