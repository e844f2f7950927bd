import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalsElsewhere } from '../../cli/journals-elsewhere.ts';
import { makeTestFolder } from './recorded-session.ts';

describe('the place of journals outside of a session folder', () => {
  it('is for new journals where the session folder lies below the current folder', async () => {
    const cwd = await makeTestFolder();
    const env = { LEASTGRANT_DATA_DIR: '/data' };
    const found = await journalsElsewhere(join(cwd, '.leastgrant'), { env, cwd });
    expect(found?.folder).toMatch(/^[/\\]data[/\\]journal[/\\][0-9a-f]{16}$/);
    expect(found?.isForNew).toBe(true);
    expect((await journalsElsewhere(cwd, { env, cwd }))?.isForNew).toBe(true);
  });

  it('is only looked at where the session folder lies elsewhere', async () => {
    const cwd = await makeTestFolder();
    const env = { LEASTGRANT_DATA_DIR: '/data' };
    for (const dir of [`${cwd}-2`, join(cwd, '..', 'recordings')]) {
      expect(await journalsElsewhere(dir, { env, cwd })).toMatchObject({ isForNew: false });
    }
  });

  it('is the same over a symbolic link, and another for each folder', async () => {
    const cwd = await makeTestFolder();
    const env = { LEASTGRANT_DATA_DIR: '/data' };
    await mkdir(join(cwd, 'real'));
    await symlink(join(cwd, 'real'), join(cwd, 'link'));
    const at = (path: string) => journalsElsewhere(join(cwd, path), { env, cwd });
    expect(await at('link/.leastgrant')).toEqual(await at('real/.leastgrant'));
    expect(await at('real/.leastgrant')).not.toEqual(await at('.leastgrant'));
  });

  it('is none where the environment names no home', async () => {
    const cwd = await makeTestFolder();
    expect(await journalsElsewhere(join(cwd, '.leastgrant'), { env: {}, cwd })).toBe(undefined);
  });
});
