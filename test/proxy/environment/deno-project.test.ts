import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDenoProject } from '../../../proxy/environment/deno-project.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-deno-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a project of Deno', () => {
  it.each(['deno.json', 'deno.jsonc', 'deno.lock'])(
    'is told by %s, from its folders too',
    async (name) => {
      const below = join(folder, name.replace('.', '-'), 'src', 'deep');
      await mkdir(below, { recursive: true });
      expect(isDenoProject(below)).toBe(false);
      await writeFile(join(below, '..', '..', name), '{}');
      expect(isDenoProject(below)).toBe(true);
    },
  );
});
