import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { leastgrant, program, startLeastgrant } from './support/leastgrant.ts';
import { makePlace } from './support/place.ts';

const put = (key: string) => ['--', ...program('put.mjs', key)];

describe('a run whose names have values of its own', { timeout: 60_000 }, () => {
  it('gives the policy of any run, says which variable it was, and keeps nothing else', async () => {
    const place = await makePlace();
    const env = {
      GITHUB_RUN_NUMBER: '4711',
      GITHUB_HEAD_REF: 'feature/add-login',
      GITHUB_RUN_ID: '19876543210',
    };
    const key = 'previews/feature-add-login/4711.txt';
    const run = ['run', '--session', 'ci', '--output', 'policy.json', ...place.upstream];
    const { exit, stderr } = await leastgrant(place, [...run, ...put(key)], { env });
    expect([exit, await place.policyResources()]).toEqual([
      0,
      ['arn:aws:s3:::b1/previews/*/*.txt'],
    ]);
    expect(stderr).toContain('the value of GITHUB_HEAD_REF and the value of GITHUB_RUN_NUMBER');
    const { stdout } = await leastgrant(place, ['generate', 'ci', '--format', 'json-min']);
    expect(stdout).toContain('previews/*/*.txt');
    const calls = await leastgrant(place, ['calls', 'ci', '--format', 'ndjson']);
    expect(calls.stdout).toContain('"variesBy":["GITHUB_HEAD_REF","GITHUB_RUN_NUMBER"]');
    const stored = await readFile(join(place.cwd, '.leastgrant', 'sessions', 'ci.json'), 'utf8');
    expect(stored.split('\n')[0]).toContain('4711');
    expect(stored).not.toContain(env.GITHUB_RUN_ID);
  });

  it('takes variables that the command line and the configuration name', async () => {
    const place = await makePlace();
    const config = { runVariables: ['STACK_ID'] };
    await writeFile(join(place.cwd, 'leastgrant.config.json'), JSON.stringify(config));
    const env = { STACK_ID: 'bravelynx', STAGE: 'jane' };
    const run = ['run', '--run-variable', 'STAGE', '--output', 'policy.json', ...place.upstream];
    const { exit } = await leastgrant(place, [...run, ...put('jane/bravelynx.txt')], { env });
    expect([exit, await place.policyResources()]).toEqual([0, ['arn:aws:s3:::b1/*/*.txt']]);
  });

  it.each([
    ['of the configuration that is found', [], ['arn:aws:s3:::b1/*/*.txt']],
    ['of the command line alone', ['--no-config'], ['arn:aws:s3:::b1/*/bravelynx.txt']],
  ])('takes variables %s where it records by its environment', async (_, options, resources) => {
    const place = await makePlace();
    const config = { runVariables: ['STACK_ID'] };
    await writeFile(join(place.cwd, 'leastgrant.config.json'), JSON.stringify(config));
    const env = { ...place.env, STACK_ID: 'bravelynx', STAGE: 'jane' };
    const record = ['env', '--run-variable', 'STAGE', '--output', 'env.sh', ...options];
    const recorder = startLeastgrant(place, [...record, ...place.upstream], { env });
    // It says that it records when its environment is written.
    await once(recorder.process.stderr, 'data');
    const command = program('put.mjs', 'jane/bravelynx.txt');
    const inShell = ['-c', '. ./env.sh && exec "$@"', 'sh', ...command];
    await promisify(execFile)('sh', inShell, { cwd: place.cwd, env });
    recorder.process.kill('SIGTERM');
    expect((await recorder.ended).exit).toBe(0);
    await leastgrant(place, ['generate', '--output', 'policy.json']);
    expect(await place.policyResources()).toEqual(resources);
  });

  it('knows the time when it ran', async () => {
    const place = await makePlace();
    const script = `process.argv[2] = 'it/' + Date.now().toString(36) + '.txt'; await import(process.argv[1]);`;
    const [node = '', path = ''] = program('put.mjs');
    const command = [node, '--input-type=module', '-e', script, path];
    const run = ['run', '--output', 'policy.json', ...place.upstream, '--', ...command];
    const { exit } = await leastgrant(place, run);
    expect([exit, await place.policyResources()]).toEqual([0, ['arn:aws:s3:::b1/it/*.txt']]);
  });
});
