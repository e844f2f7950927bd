import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../sessions/open-store.ts';
import type { SessionCall } from '../../sessions/session-call.ts';
import { sessionFolderAt } from '../../sessions/session-folder.ts';
import type { Session } from '../../sessions/session-store.ts';
import { runRecordingProgram } from './support/run-recording-program.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

/** Runs a recording program for a while, kills it and returns the path of the journal it has left. */
async function crash(dir: string, leastCalls: number): Promise<string> {
  const { child, until } = runRecordingProgram(dir, 'default', 'call');
  await until(({ distinct }) => distinct >= leastCalls);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { journals } = sessionFolderAt(dir);
  const [journal = ''] = readdirSync(journals);
  return join(journals, journal);
}

function keyOf(call: SessionCall): string {
  return call.service === null ? '' : String(call.parameters.Key);
}

function repeatedOf(session: Session): number {
  return session.calls.find((call) => keyOf(call) === 'shared')?.count ?? 0;
}

describe('a recorder killed in the middle of a run', () => {
  it('has lost no call and no count older than a second', async () => {
    const dir = await temporarySessionFolder();
    const { child, progress, until } = runRecordingProgram(dir, 'default', 'call');
    await until(({ atMs }) => atMs > (progress[0]?.atMs ?? 0) + 2500);
    child.kill('SIGKILL');
    const killedMs = Date.now();
    await once(child, 'exit');

    const store = await openStore(dir);
    expect(store.notices[0]).toContain('a recording of session `default` did not end');
    const session = await store.read('default');
    const secondBefore = progress.findLast(({ atMs }) => atMs < killedMs - 1000);
    const keys = new Set(session.calls.map(keyOf));
    for (let at = 0; at < (secondBefore?.distinct ?? Number.NaN); at += 1) {
      expect(keys).toContain(`call-${at}`);
    }
    // Counts are flushed every second; a busy machine may be late by a little.
    const flushed = progress.findLast(({ atMs }) => atMs < killedMs - 1300);
    expect(repeatedOf(session)).toBeGreaterThanOrEqual(flushed?.repeated ?? Number.NaN);
    expect(repeatedOf(session)).toBeLessThanOrEqual(progress.at(-1)?.repeated ?? 0);
    expect(session.runs).toBe(1);
  });

  it('is folded in once, whoever opens the folder', async () => {
    const dir = await temporarySessionFolder();
    const journal = await crash(dir, 20);
    const stores = await Promise.all([openStore(dir), openStore(dir), openStore(dir)]);
    expect(stores.flatMap(({ notices }) => notices)).toHaveLength(1);
    const [first] = await Promise.all(stores.map((store) => store.read('default')));
    expect(first?.runs).toBe(1);
    expect(existsSync(journal)).toBe(false);
    expect(await (await openStore(dir)).read('default')).toEqual(first);
  });

  it('is counted once where the next one crashes before it has removed the journal', async () => {
    const dir = await temporarySessionFolder();
    const journal = await crash(dir, 20);
    const content = readFileSync(journal);
    const before = await (await openStore(dir)).read('default');
    writeFileSync(journal, content);
    const store = await openStore(dir);
    expect(await store.read('default')).toEqual(before);
    expect(existsSync(journal)).toBe(false);
  });

  it('has its last line dropped where it was cut off, and the user is told', async () => {
    const dir = await temporarySessionFolder();
    const journal = await crash(dir, 20);
    appendFileSync(journal, '[7000,1,1000,');
    const store = await openStore(dir);
    expect(store.notices).toContain(`the last line of \`${journal}\` was cut off and is lost`);
    expect((await store.read('default')).distinctCalls).toBeGreaterThan(10);
  });

  it('has damaged lines kept aside, and the user is told', async () => {
    const dir = await temporarySessionFolder();
    const journal = await crash(dir, 20);
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"call-3"', '"call-3'));
    const store = await openStore(dir);
    expect(store.notices.join('\n')).toContain(`kept in \`${journal}.damaged\``);
    expect(readFileSync(`${journal}.damaged`, 'utf8')).toContain('"call-3');
    const keys = (await store.read('default')).calls.map(keyOf);
    expect(keys).not.toContain('call-3');
    expect(keys).toContain('call-4');
    expect((await openStore(dir)).notices).toEqual([]);
  });
});
