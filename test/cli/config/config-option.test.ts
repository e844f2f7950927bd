import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import { apiCall, getObject, makeTestFolder, recordSession } from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function leastgrant(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(args, terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

/** A repository with a session and a configuration, and a folder in it. */
async function makeProject(config: object) {
  const root = await makeTestFolder();
  const deep = join(root, 'packages', 'app');
  await mkdir(join(root, '.git'));
  await mkdir(deep, { recursive: true });
  await writeFile(join(root, 'leastgrant.config.json'), JSON.stringify(config));
  await recordSession(root, 'default', [
    getObject('daily/2026-11-22.csv'),
    apiCall('sqs', 'SendMessage', { QueueUrl: 'https://sqs/123456789012/q' }),
  ]);
  return { root, deep };
}

const ignoreSqs = { ignore: [{ service: 'sqs', reason: 'the tests alone send' }] };

describe('the configuration file', () => {
  it('decides what the command line leaves open, from every folder of the repository', async () => {
    const { root, deep } = await makeProject({ scope: 'exact', ...ignoreSqs });
    const { exitCode, result, talk } = await leastgrant(deep, 'generate');
    expect(exitCode).toBe(0);
    expect(JSON.parse(result).Statement).toMatchObject([
      { Resource: ['arn:aws:s3:::my-bucket-1/daily/2026-11-22.csv'] },
    ]);
    expect(talk).toContain('leastgrant: with the settings of `../../leastgrant.config.json`\n');
    expect(talk).toContain('  ignored: 1 call, sqs SendMessage: the tests alone send\n');
    expect((await leastgrant(root, 'generate')).result).toBe(result);
  });

  it('loses to the command line', async () => {
    const { root } = await makeProject({
      scope: 'exact',
      any: ['account'],
      patterns: ['arn:aws:s3:::my-bucket-1/daily/*', 'arn:aws:sqs:*:*:never'],
    });
    const { result } = await leastgrant(
      root,
      ...['generate', '--any', 'region', '--pattern', 'arn:aws:s3:::my-bucket-1/${any}/*.csv'],
    );
    expect(JSON.parse(result).Statement).toMatchObject([
      { Resource: ['arn:aws:s3:::my-bucket-1/*/*.csv'] },
      { Resource: ['arn:aws:sqs:*:123456789012:q'] },
    ]);
    const bare = await leastgrant(root, 'generate', '--no-config', '--scope', 'exact');
    expect(bare.result).toContain('daily/2026-11-22.csv');
    expect(bare.talk).not.toContain('settings');
  });

  it('names the place of a kind of condition that nobody knows', async () => {
    const { root } = await makeProject({ policies: {} });
    const policy = { sessions: ['a'], files: { json: 'a.json' }, conditions: '+s3:prefx' };
    const config = JSON.stringify({ policies: { app: policy } });
    await writeFile(join(root, 'leastgrant.config.json'), config);
    expect(await leastgrant(root, 'generate')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining(
        'at `policies.app.conditions`: no condition kind is called `+s3:prefx` (E_INPUT)\nhint: did',
      ),
    });
  });

  it('holds items to the partition keys that it gives, and asks for them where it gives none', async () => {
    const { root } = await makeProject({ conditions: '+dynamodb:LeadingKeys=${aws:userid}' });
    await recordSession(root, 'items', [apiCall('dynamodb', 'GetItem', { TableName: 'Orders' })]);
    const { result } = await leastgrant(root, 'generate', 'items');
    expect(JSON.parse(result).Statement[0].Condition).toEqual({
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:userid}'] },
      Null: { 'dynamodb:LeadingKeys': ['false'] },
    });
    const config = JSON.stringify({ conditions: '+dynamodb:LeadingKeys' });
    await writeFile(join(root, 'leastgrant.config.json'), config);
    expect(await leastgrant(root, 'generate', 'items')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining(
        'at `conditions`: `dynamodb:LeadingKeys` needs a value: its own are payload',
      ),
    });
  });

  it('counts for an explanation too', async () => {
    const { root } = await makeProject(ignoreSqs);
    const { result, talk } = await leastgrant(root, 'explain');
    expect(result).toContain('s3:GetObject');
    expect(result).not.toContain('sqs');
    expect(talk).toContain('with the settings of');
    expect(talk).toContain('  ignored: 1 call, sqs SendMessage: the tests alone send\n');
  });

  it('can be named, and then its folder is the project', async () => {
    const { root } = await makeProject(ignoreSqs);
    const elsewhere = await makeTestFolder();
    const file = join(root, 'leastgrant.config.json');
    const { exitCode, result } = await leastgrant(elsewhere, 'generate', '--config', file);
    expect([exitCode, result.includes('sqs:')]).toEqual([0, false]);
    expect(await leastgrant(elsewhere, 'generate', '--config', 'none.json')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('`none.json` cannot be read: ENOENT'),
    });
  });

  it('has its ignored calls left out of a verification, which says so', async () => {
    const { root } = await makeProject(ignoreSqs);
    await leastgrant(root, 'generate', '--scope', 'exact', '--output', 'policy.json');
    expect(await leastgrant(root, 'verify', 'policy.json', '--strict')).toMatchObject({
      exitCode: 0,
      talk: 'leastgrant: not compared, as `leastgrant.config.json` asks for:\n  ignored: 1 call, sqs SendMessage: the tests alone send\n',
    });
    const all = await leastgrant(root, 'verify', 'policy.json', '--no-config');
    expect(all).toMatchObject({ exitCode: 1, talk: '' });
  });

  it('counts for a run, before which a mistake in it is found', async () => {
    const { root, deep } = await makeProject({ scoop: 'exact' });
    const before = await readFile(join(root, '.leastgrant', 'sessions', 'default.json'), 'utf8');
    for (const args of [['run', '--', 'true'], ['generate'], ['verify', 'p.json']]) {
      const { exitCode, talk } = await leastgrant(deep, ...args);
      expect([exitCode, talk]).toEqual([2, expect.stringContaining('did you mean `scope`?')]);
    }
    const after = await readFile(join(root, '.leastgrant', 'sessions', 'default.json'), 'utf8');
    expect(after).toBe(before);
  });
});
