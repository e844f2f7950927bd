import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendOption } from '../../../proxy/environment/options-variable.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-options-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('an option of NODE_OPTIONS', () => {
  it.each(['plain', 'with space', 'with"quote', 'with\\backslash', 'with "all\\ of" them'])(
    'is read by Node as it was meant: %s',
    async (name) => {
      const preload = join(folder, name, 'preload.cjs');
      await mkdir(join(folder, name));
      await writeFile(preload, 'console.log("loaded")');
      const NODE_OPTIONS = appendOption('--no-warnings', '--require=', preload);
      const { stdout } = spawnSync(
        process.execPath,
        ['-p', 'process.allowedNodeEnvironmentFlags.size > 0'],
        {
          encoding: 'utf8',
          env: { NODE_OPTIONS },
        },
      );
      expect(stdout).toBe('loaded\ntrue\n');
    },
  );

  it('is added once', () => {
    const once = appendOption('--no-warnings', '--require=', '/a b.cjs');
    expect(once).toBe('--no-warnings --require="/a b.cjs"');
    expect(appendOption(once, '--require=', '/a b.cjs')).toBe(once);
    expect(appendOption(`${once} --inspect`, '--require=', '/a b.cjs')).toBe(`${once} --inspect`);
  });

  it('is added beside one that only begins like it', () => {
    expect(appendOption('--require=/a.cjs.old', '--require=', '/a.cjs')).toBe(
      '--require=/a.cjs.old --require=/a.cjs',
    );
  });

  it.each([undefined, '', ' '])('stands alone where there was none: %j', (present) => {
    expect(appendOption(present, '--require=', '/a.cjs')).toBe('--require=/a.cjs');
  });
});
