import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDataFolder } from '../../cli/data-folder.ts';

const home = resolve('/home/ana');
const share = resolve('/data');

describe('the folder of the user', () => {
  it.each<[NodeJS.Platform, Readonly<Record<string, string>>, string | undefined]>([
    ['linux', { HOME: home }, join(home, '.local', 'share', 'leastgrant')],
    ['linux', { HOME: home, XDG_DATA_HOME: share }, join(share, 'leastgrant')],
    ['linux', { HOME: home, XDG_DATA_HOME: 'data' }, join(home, '.local', 'share', 'leastgrant')],
    ['linux', {}, undefined],
    ['darwin', { HOME: home }, join(home, 'Library', 'Application Support', 'leastgrant')],
    ['darwin', { XDG_DATA_HOME: share }, join(share, 'leastgrant')],
    ['win32', { LOCALAPPDATA: share, HOME: home }, join(share, 'leastgrant')],
    ['win32', { HOME: home }, undefined],
    ['linux', { HOME: home, LEASTGRANT_DATA_DIR: share }, share],
    ['win32', { LOCALAPPDATA: home, LEASTGRANT_DATA_DIR: 'mine' }, resolve('/work', 'mine')],
    ['linux', { HOME: home, LEASTGRANT_DATA_DIR: '' }, join(home, '.local', 'share', 'leastgrant')],
  ])('on %s with %j is %s', (platform, env, folder) => {
    expect(findDataFolder({ env, cwd: resolve('/work') }, platform)).toBe(folder);
  });
});
