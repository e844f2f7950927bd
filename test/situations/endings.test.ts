import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { leastgrant, leastgrantCommand, program, startLeastgrant } from './support/leastgrant.ts';
import { makePlace } from './support/place.ts';

const object = (key: string) => `arn:aws:s3:::b1/${key}`;
const node = (source: string) => [process.execPath, '--input-type=module', '-e', source];
const imported = JSON.stringify(new URL('programs/aws.mjs', import.meta.url).href);
const putThen = (source: string) =>
  node(`const { put } = await import(${imported}); await put('a'); ${source}`);
const output = ['--output', 'policy.json'];

describe('a program that', { timeout: 60_000 }, () => {
  it.skipIf(process.platform === 'win32').each<[string, string, number]>([
    ['fails', 'process.exit(3)', 3],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', 137],
  ])('%s still has its policy, and its exit code', async (_name, source, exitCode) => {
    const place = await makePlace();
    const command = ['run', ...place.upstream, ...output, '--', ...putThen(source)];
    const { exit, stdout, leftovers } = await leastgrant(place, command);
    expect([exit, stdout, leftovers]).toEqual([exitCode, '', []]);
    expect(await place.policyResources()).toEqual([object('a')]);
  });

  it.skipIf(process.platform === 'win32').each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('is ended by %s to all its group still has its policy', async (signal, exitCode) => {
    const place = await makePlace();
    const command = ['run', ...place.upstream, ...output, '--', ...program('steady.mjs')];
    const running = startLeastgrant(place, command);
    await once(running.process.stdout, 'data');
    // As a shell without job control does; where a terminal is, its keys reach the program as well.
    process.kill(-(running.process.pid ?? Number.NaN), signal);
    const { exit, stderr, leftovers } = await running.ended;
    expect([exit, leftovers]).toEqual([exitCode, []]);
    expect(stderr).toMatch(/^leastgrant: \d+ calls, \d+ distinct, to 1 service/m);
    expect(await place.policyResources()).toContain(object('same'));
  });

  it('writes to a bucket with a default key has a policy that names this key', async () => {
    const place = await makePlace();
    const key = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    await place.encryptBucket(key);
    const command = ['run', ...place.upstream, ...output, '--', ...program('put.mjs', 'a')];
    const { exit, stderr } = await leastgrant(place, command);
    expect(exit).toBe(0);
    expect(await place.policyResources()).toEqual([key, object('a')]);
    expect(stderr).not.toContain('--include-hidden');
  });

  it('takes in its whole folder again and again sees nothing change in it', async () => {
    const place = await makePlace();
    const command = ['run', ...place.upstream, ...output, '--', ...program('read-folder.mjs')];
    const { exit, stdout, leftovers } = await leastgrant(place, command);
    expect([exit, stdout, leftovers]).toEqual([0, 'as before', []]);
    expect(await place.policyResources()).toHaveLength(3);
  });

  it('makes no call is told what leastgrant may not have seen', async () => {
    const place = await makePlace();
    const { exit, stderr } = await leastgrant(place, ['run', ...output, '--', ...node('')]);
    expect(exit).toBe(0);
    expect(stderr).toContain('no AWS call was seen');
    expect(stderr).toContain('--intercept HOST:PORT');
    expect(await place.policyResources()).toEqual([]);
  });

  it('is not there is refused before anything is left behind', async () => {
    const place = await makePlace();
    const { exit, stderr, leftovers } = await leastgrant(place, ['run', '--', 'no-such-program']);
    expect([exit, leftovers]).toEqual([2, []]);
    expect(stderr).toContain('the command `no-such-program` was not found');
  });
});

describe('two leastgrants', { timeout: 60_000 }, () => {
  it('at once in one folder keep their sessions apart, and a shared one holds both', async () => {
    const place = await makePlace();
    const record = (session: string, key: string) =>
      leastgrant(place, [
        'run',
        '--session',
        session,
        ...place.upstream,
        '--',
        ...program('put.mjs', key),
      ]);
    const runs = [record('one', 'a'), record('two', 'b'), record('both', 'c'), record('both', 'd')];
    for (const { exit, stderr } of await Promise.all(runs)) expect(exit, stderr).toBe(0);
    for (const [session, keys] of [
      ['one', ['a']],
      ['two', ['b']],
      ['both', ['c', 'd']],
    ] as const) {
      await leastgrant(place, ['generate', session, ...output]);
      expect(await place.policyResources()).toEqual(keys.map(object));
    }
  });

  it('at once without a session name: the later one says that its policy holds both', async () => {
    const place = await makePlace();
    const first = startLeastgrant(place, [
      'run',
      ...place.upstream,
      '--',
      ...program('steady.mjs'),
    ]);
    await once(first.process.stdout, 'data');
    const command = ['run', ...place.upstream, ...output, '--', ...program('put.mjs', 'b')];
    const second = startLeastgrant(place, command);
    second.process.stdout.once('data', () => first.process.kill('SIGTERM'));
    const [{ stderr: one }, { stderr: two }] = [await first.ended, await second.ended];
    expect(`${one}${two}`).toContain('the session holds 1 other recording of the same time too');
  });

  it('one inside the other record the same calls', async () => {
    const place = await makePlace();
    const inner = [...leastgrantCommand, 'run', '--session', 'inner', '--'];
    const { exit, stderr } = await leastgrant(place, [
      ...['run', '--session', 'outer', ...place.upstream, '--'],
      ...[...inner, ...program('put.mjs', 'a')],
    ]);
    expect(exit, stderr).toBe(0);
    for (const session of ['outer', 'inner']) {
      await leastgrant(place, ['generate', session, ...output]);
      expect(await place.policyResources()).toEqual([object('a')]);
    }
  });
});
