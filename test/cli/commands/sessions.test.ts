import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import {
  apiCall,
  getObject,
  makeTestFolder,
  recordSession,
  unrecognisedCall,
} from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function sessions(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(['sessions', ...args], terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

describe('leastgrant sessions', () => {
  it('lists what is there, as a table and as JSON', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'web', [getObject('a'), getObject('b')]);
    await recordSession(cwd, 'app', [getObject('a')]);
    const { result } = await sessions(cwd, 'list');
    expect(result.split('\n').map((row) => row.split(/ {2,}/).slice(0, 3))).toEqual([
      ['SESSION', 'DISTINCT CALLS', 'RUNS'],
      ['app', '1', '1'],
      ['web', '2', '1'],
      [''],
    ]);
    const listed = JSON.parse((await sessions(cwd, 'list', '--format', 'json')).result);
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['app', 'web']);
    expect(Object.keys(listed[0])).toEqual(['name', 'created', 'updated', 'runs', 'distinctCalls']);
  });

  it('says so where there is none, and keeps the JSON a list', async () => {
    const cwd = await makeTestFolder();
    expect(await sessions(cwd, 'list')).toMatchObject({ exitCode: 0, result: '' });
    expect((await sessions(cwd, 'list', '--format', 'json')).result).toBe('[]\n');
  });

  it('shows a session in numbers', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [
      getObject('a'),
      getObject('a'),
      apiCall('sqs', 'SendMessage', {}, { outcome: 'denied', status: 403 }),
      unrecognisedCall(),
    ]);
    const { result } = await sessions(cwd, 'show', 'app', '--format', 'json');
    expect(JSON.parse(result)).toMatchObject({
      name: 'app',
      distinctCalls: 3,
      calls: 4,
      services: 2,
      denied: [{ operation: 'sqs SendMessage', count: 1 }],
      failed: 1,
      unrecognised: 1,
      clients: ['Boto3/1.43.0'],
    });
    const table = (await sessions(cwd, 'show', 'app')).result;
    expect(table).toMatch(/^calls +4, 3 distinct$/m);
    expect(table).toMatch(/^denied +sqs SendMessage \(1 time\)$/m);
  });

  it('removes sessions, or none of them where one is not there', async () => {
    const cwd = await makeTestFolder();
    for (const name of ['a', 'b', 'c']) await recordSession(cwd, name, [getObject('k')]);
    expect(await sessions(cwd, 'remove', 'a', 'nobody')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('E_SESSION_NOT_FOUND'),
    });
    expect((await sessions(cwd, 'remove', 'a', 'b')).exitCode).toBe(0);
    const left = JSON.parse((await sessions(cwd, 'list', '--format', 'json')).result);
    expect(left.map(({ name }: { name: string }) => name)).toEqual(['c']);
  });
});
