import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfigFile } from '../../../cli/config/find-config.ts';
import { makeTestFolder } from '../recorded-session.ts';

const name = 'leastgrant.config.json';

async function folders() {
  const outside = await makeTestFolder();
  const root = join(outside, 'repository');
  const deep = join(root, 'packages', 'app');
  await mkdir(deep, { recursive: true });
  return { outside, root, deep };
}

describe('findConfigFile', () => {
  it('finds the nearest one up to the root of the repository', async () => {
    const { root, deep } = await folders();
    await mkdir(join(root, '.git'));
    expect(findConfigFile(deep)).toBeUndefined();
    await writeFile(join(root, name), '{}');
    expect(findConfigFile(deep)).toBe(join(root, name));
    await writeFile(join(root, 'packages', name), '{}');
    expect(findConfigFile(deep)).toBe(join(root, 'packages', name));
  });

  it('looks no further than the repository, whose `.git` may be a file', async () => {
    const { outside, root, deep } = await folders();
    await writeFile(join(outside, name), '{}');
    await writeFile(join(root, '.git'), 'gitdir: elsewhere\n');
    expect(findConfigFile(deep)).toBeUndefined();
  });

  it('looks into the folder alone where there is no repository', async () => {
    const { root, deep } = await folders();
    await writeFile(join(root, name), '{}');
    expect(findConfigFile(deep)).toBeUndefined();
    expect(findConfigFile(root)).toBe(join(root, name));
  });
});
