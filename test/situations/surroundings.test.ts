import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leastgrant, program, startLeastgrant } from './support/leastgrant.ts';
import { makePlace, type Place } from './support/place.ts';

const recording = ({ upstream }: Place) => [
  'run',
  ...upstream,
  '--output',
  'policy.json',
  '--',
  ...program('put.mjs', 'a'),
];

describe.skipIf(process.platform === 'win32')('a run', { timeout: 60_000 }, () => {
  it('works where TMPDIR is relative and the program changes its folder', async () => {
    const place = await makePlace();
    await mkdir(join(place.cwd, 'here'));
    const [node = '', ...args] = program('put.mjs', 'a').map((word) => `'${word}'`);
    const command = ['sh', '-c', ['cd /', [node, ...args].join(' ')].join(' && ')];
    const { exit, stdout, stderr } = await leastgrant(
      place,
      ['run', ...place.upstream, '--output', 'policy.json', '--', ...command],
      { env: { TMPDIR: 'here' } },
    );
    expect([exit, stdout], stderr).toEqual([0, 'a 200\n']);
    const left = (await readdir(join(place.cwd, 'here'))).filter((name) => !/^tsx-/.test(name));
    expect(left).toEqual([]);
  });

  it('keeps options of the user that have spaces and quotes', async () => {
    const place = await makePlace();
    const preload = join(place.cwd, 'my "own" preload.cjs');
    await writeFile(preload, 'process.once("exit", () => console.log("preloaded"))');
    const env = { NODE_OPTIONS: `--require "${preload.replaceAll('"', '\\"')}"` };
    const { exit, stdout, stderr } = await leastgrant(place, recording(place), { env });
    expect([exit, stdout], stderr).toEqual([0, 'a 200\npreloaded\npreloaded\n']);
    expect(await place.policyResources()).toEqual(['arn:aws:s3:::b1/a']);
  });

  it('goes on when nobody reads its output any more', async () => {
    const place = await makePlace();
    const { process: running, ended } = startLeastgrant(place, [
      'run',
      '--session',
      'app',
      ...place.upstream,
      '--',
      ...program('put.mjs', 'a'),
    ]);
    running.stdout.once('data', () => running.stdout.destroy());
    const { exit, stderr } = await ended;
    expect([exit, stderr.includes('    at ')]).toEqual([0, false]);
    const generated = await leastgrant(place, ['generate', 'app']);
    expect(generated.stdout).toContain('arn:aws:s3:::b1/a');
  });

  it.skipIf(!existsSync('/dev/full'))(
    'says that the disk is full, and keeps the recording',
    async () => {
      const place = await makePlace();
      const command = [
        'run',
        '--session',
        'app',
        ...place.upstream,
        '--',
        ...program('put.mjs', 'a'),
      ];
      const { exit, stderr } = await leastgrant(place, command, {
        script: 'exec "$@" > /dev/full',
      });
      expect(exit).toBe(2);
      expect(stderr).toMatch(/^leastgrant: stdout cannot be written: ENOSPC.*\(E_INPUT\)$/m);
      expect(stderr).not.toContain('    at ');
      const generated = await leastgrant(place, ['generate', 'app']);
      expect(generated.stdout).toContain('arn:aws:s3:::b1/a');
    },
  );

  it('is refused before it starts where its output cannot be written', async () => {
    const place = await makePlace();
    const command = ['run', '--output', 'missing/policy.json', '--', ...program('put.mjs', 'a')];
    const { exit, stdout, stderr } = await leastgrant(place, command);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('the folder of `missing/policy.json` does not exist (E_INPUT)');
  });
});
