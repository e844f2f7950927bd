import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { sessionFolderAt } from '../../sessions/session-folder.ts';
import { temporaryFolder, temporarySessionFolder } from './support/temporary-folder.ts';

describe('openRecorder', () => {
  it('refuses a name that no session can have, and makes nothing', async () => {
    const dir = await temporarySessionFolder();
    await expect(openRecorder(dir, '../up')).rejects.toMatchObject({ code: 'E_SESSION_NAME' });
    expect(existsSync(dir)).toBe(false);
  });

  it('refuses a name that differs from another only in case', async () => {
    const dir = await temporarySessionFolder();
    await (await openRecorder(dir, 'default')).close();
    await expect(openRecorder(dir, 'Default')).rejects.toMatchObject({
      code: 'E_SESSION_NAME',
      hint: expect.stringContaining('`default`'),
    });
  });

  it('refuses before the program runs to add to a damaged session', async () => {
    const dir = await temporarySessionFolder();
    await (await openRecorder(dir, 'default')).close();
    writeFileSync(join(sessionFolderAt(dir).sessions, 'default.json'), 'damaged');
    await expect(openRecorder(dir, 'default')).rejects.toMatchObject({
      code: 'E_SESSION_DAMAGED',
    });
  });

  it('says which folder cannot be used', async () => {
    const dir = join(await temporaryFolder(), 'file');
    writeFileSync(dir, '');
    await expect(openRecorder(dir, 'default')).rejects.toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining(`\`${dir}\``),
    });
  });
});
