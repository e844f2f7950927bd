import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

  it('takes neither nothing nor a file for its folder', async () => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'notes.txt'), '');
    const empty = await sessions(cwd, 'list', '--dir', '');
    expect(empty.talk).toContain('`--dir` names no folder (E_USAGE)');
    const file = await sessions(cwd, 'list', '--dir', 'notes.txt');
    expect(file.talk).toContain('is no folder (E_INPUT)');
    expect([empty.exitCode, file.exitCode]).toEqual([2, 2]);
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

describe('leastgrant sessions merge', () => {
  it('makes one session of several and keeps them', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'unit', [getObject('a'), getObject('b')]);
    await recordSession(cwd, 'e2e', [getObject('b')]);
    expect(await sessions(cwd, 'merge', 'unit', 'e2e', '--into', 'app')).toEqual({
      exitCode: 0,
      result: '',
      talk: 'leastgrant: session `app` has 2 distinct calls of 2 runs\n',
    });
    expect(await names(cwd)).toEqual(['app', 'e2e', 'unit']);
  });

  it('leaves a session of the target name alone, unless it is one of those that are merged', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'unit', [getObject('a')]);
    await recordSession(cwd, 'app', [getObject('b')]);
    expect(await sessions(cwd, 'merge', 'unit', '--into', 'app')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('session `app` is there already (E_SESSION_NAME)'),
    });
    expect(await sessions(cwd, 'merge', 'unit', 'app', '--into', 'app')).toMatchObject({
      exitCode: 0,
      talk: 'leastgrant: session `app` has 2 distinct calls of 2 runs\n',
    });
  });

  it.each([
    [['unit', 'unit', '--into', 'app'], 'session `unit` is named twice (E_USAGE)'],
    [['unit', '--into', 'unit'], 'session `unit` is to be merged into itself (E_USAGE)'],
    [['unit', 'none', '--into', 'app'], 'no session `none`'],
    [['unit', '--into', '../app'], '`../app` cannot name a session'],
    [['unit', '--into', 'UNIT'], 'differs from session `unit` only in case'],
    [['unit'], '`--into <session>` not specified'],
  ])('refuses %j and changes nothing', async (args, message) => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'unit', [getObject('a')]);
    expect(await sessions(cwd, 'merge', ...args)).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining(message),
    });
    expect(await names(cwd)).toEqual(['unit']);
  });
});

describe('leastgrant sessions export and import', () => {
  it('carry a session to another folder by a file', async () => {
    const [from, to] = [await makeTestFolder(), await makeTestFolder()];
    await recordSession(from, 'app', [getObject('a'), unrecognisedCall()]);
    const file = join(to, 'app.session.json');
    expect((await sessions(from, 'export', 'app', '--output', file)).exitCode).toBe(0);
    expect(await sessions(to, 'import', 'app.session.json')).toMatchObject({
      exitCode: 0,
      talk: 'leastgrant: session `app` has 2 distinct calls of 1 run\n',
    });
    expect((await sessions(to, 'export', 'app')).result).toBe(await readFile(file, 'utf8'));
  });

  it('carry a session through a pipe, under another name', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a')]);
    const { result } = await sessions(cwd, 'export', 'app');
    const terminal = createTestTerminal(cwd, { input: pipeOf(result) });
    const args = ['sessions', 'import', '-', '--as', 'copy'];
    expect(await runProgram(args, terminal, undefined)).toBe(0);
    expect(await names(cwd)).toEqual(['app', 'copy']);
  });

  it('import leaves a session of the same name alone', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a')]);
    await sessions(cwd, 'export', 'app', '--output', 'app.json');
    expect(await sessions(cwd, 'import', 'app.json')).toMatchObject({
      exitCode: 2,
      talk: expect.stringMatching(/session `app` is there already.*\nhint: .*--as/),
    });
    expect((await sessions(cwd, 'show', 'app')).result).toMatch(/^runs +1$/m);
  });

  it.each([
    ['a file of something else', '{"name":"my-package"}\n', 'line 1: not JSON (E_SESSION_DAMAGED)'],
    ['nothing', '', 'line 1: the file is empty (E_SESSION_DAMAGED)'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x0a]), 'line 1: not UTF-8 (E_SESSION_DAMAGED)'],
    ['a newer form', version(2), 'format version 2 is newer than 1 (E_INPUT)'],
    ['an older form', version(0), 'format version 0 is older than 1 (E_INPUT)'],
  ])('import refuses %s', async (_, content, message) => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'foreign.json'), content);
    const { exitCode, talk } = await sessions(cwd, 'import', 'foreign.json');
    expect(exitCode).toBe(2);
    expect(talk).toContain(`cannot read session file \`foreign.json\`: `);
    expect(talk).toContain(message);
    expect(talk).toContain('\nhint: ');
    expect(await names(cwd)).toEqual([]);
  });

  it('refuse files that are not there', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a')]);
    expect(await sessions(cwd, 'import', 'none.json')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('`none.json` cannot be read: ENOENT'),
    });
    expect(await sessions(cwd, 'export', 'app', '--output', 'none/app.json')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('the folder of `none/app.json` does not exist'),
    });
    expect((await sessions(cwd, 'export', 'none')).exitCode).toBe(2);
  });
});

async function names(cwd: string): Promise<readonly string[]> {
  const listed = JSON.parse((await sessions(cwd, 'list', '--format', 'json')).result);
  return listed.map(({ name }: { name: string }) => name);
}

async function* pipeOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function version(number: number): string {
  return `{"format":"leastgrant-session","version":${number},"calls":[\n]}\n`;
}
