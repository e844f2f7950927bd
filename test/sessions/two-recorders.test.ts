import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../sessions/open-store.ts';
import { sessionFolderAt } from '../../sessions/session-folder.ts';
import { runRecordingProgram } from './support/run-recording-program.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

describe('recorders of one folder in several processes', () => {
  it('add up in one session', async () => {
    const dir = await temporarySessionFolder();
    const programs = ['a', 'b', 'c'].map((name) => runRecordingProgram(dir, 'default', name));
    await Promise.all(programs.map(({ until }) => until(({ distinct }) => distinct > 10)));
    const ends = programs.map(({ child }) => once(child, 'close'));
    for (const { child } of programs) child.stdin.end();
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0, 0]);

    const session = await (await openStore(dir)).read('default');
    const last = programs.map(({ progress }) => progress.at(-1));
    const distinct = last.reduce((sum, progress) => sum + (progress?.distinct ?? 0), 0);
    const repeated = last.reduce((sum, progress) => sum + (progress?.repeated ?? 0), 0);
    expect(session).toMatchObject({ runs: 3, distinctCalls: distinct + 1 });
    expect(session.calls.at(-1)).toMatchObject({ count: repeated, parameters: { Key: 'shared' } });
  });

  it('are left alone while they run, and can be read meanwhile', async () => {
    const dir = await temporarySessionFolder();
    const { child, progress, until } = runRecordingProgram(dir, 'live', 'a');
    await until(({ distinct }) => distinct > 20);
    const store = await openStore(dir);
    expect(store.notices).toEqual([]);
    expect(await store.exists('live')).toBe(true);
    expect(await store.list()).toEqual([]);
    const { calls, runs } = await store.read('live');
    expect(runs).toBe(1);
    expect(calls.length).toBeGreaterThan(10);
    expect(readdirSync(sessionFolderAt(dir).journals)).toHaveLength(1);

    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
    const { distinctCalls } = await (await openStore(dir)).read('live');
    expect(distinctCalls).toBe((progress.at(-1)?.distinct ?? 0) + 1);
  });
});
