import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ObservedCall } from '../../aws/api-call.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { openStore } from '../../sessions/open-store.ts';
import { sessionFolderAt } from '../../sessions/session-folder.ts';
import type { RecorderOptions, SessionRecorder } from '../../sessions/session-recorder.ts';
import { getObject, getObjectAt, unrecognised } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

const AT_MS = Date.UTC(2026, 0, 31, 9);

async function record(
  dir: string,
  calls: readonly ObservedCall[],
  options?: RecorderOptions,
): Promise<SessionRecorder> {
  const recorder = await openRecorder(dir, 'default', options);
  onTestFinished(() => recorder.close().then(ignore, ignore));
  for (const call of calls) recorder.record(call, AT_MS);
  return recorder;
}

async function counts(dir: string): Promise<number[]> {
  return (await (await openStore(dir)).read('default')).calls.map(({ count }) => count);
}

function journalText(dir: string): string {
  const { journals } = sessionFolderAt(dir);
  return readdirSync(journals)
    .map((name) => readFileSync(join(journals, name), 'utf8'))
    .join('');
}

function ignore(): void {}

describe('record', () => {
  it('counts calls that differ in nothing but their time as one', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    recorder.record(getObject({ parameters: { Key: 'k1', Bucket: 'b1' } }), AT_MS + 5000);
    recorder.record(getObject(), AT_MS - 5000);
    expect(recorder.distinctCalls).toBe(1);
    await recorder.close();
    const { calls } = await (await openStore(dir)).read('default');
    expect(calls).toMatchObject([
      { count: 3, firstSeen: '2026-01-31T08:59:55.000Z', lastSeen: '2026-01-31T09:00:05.000Z' },
    ]);
  });

  it('keeps a denied call apart from an allowed one, and what was not recognised', async () => {
    const dir = await temporarySessionFolder();
    const denied = getObject({ outcome: 'denied', status: 403, errorCode: 'AccessDenied' });
    const recorder = await record(dir, [getObject(), denied, unrecognised(), unrecognised()]);
    await recorder.close();
    expect(await counts(dir)).toEqual([1, 1, 2]);
  });

  it('puts a new call into the journal at once', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, [getObjectAt('k1')], { flushIntervalMs: 3_600_000 });
    await vi.waitFor(() => expect(journalText(dir)).toContain('"k1"'));
  });

  it('puts changed counts into the journal at intervals', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, [getObject(), getObject(), getObject()], { flushIntervalMs: 10 });
    await vi.waitFor(() => expect(journalText(dir)).toContain(`[0,3,${AT_MS},${AT_MS}]`));
  });

  it('does not keep what it was given', async () => {
    const dir = await temporarySessionFolder();
    const parameters: Record<string, string> = { Key: 'before' };
    const recorder = await record(dir, [getObject({ parameters })]);
    parameters.Key = 'after';
    await recorder.close();
    const { calls } = await (await openStore(dir)).read('default');
    expect(calls).toMatchObject([{ parameters: { Key: 'before' } }]);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 9e15])('survives the time %d', async (ms) => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, []);
    recorder.record(getObject(), ms);
    await recorder.close();
    expect(recorder.problem).toBeUndefined();
    expect(await counts(dir)).toEqual([1]);
  });

  it('throws nothing and says it where a call comes too late', async () => {
    const recorder = await record(await temporarySessionFolder(), []);
    await recorder.close();
    recorder.record(getObject(), AT_MS);
    expect(recorder.problem?.message).toContain('after the recording was closed');
    expect(recorder.lostCalls).toBe(1);
  });

  it('keeps a journal short that counts for days', async () => {
    const dir = await temporarySessionFolder();
    const options = { flushIntervalMs: 1, compactAfter: 200 };
    const recorder = await record(dir, [getObject()], options);
    for (let count = 2; count <= 30; count += 1) {
      recorder.record(getObject(), AT_MS);
      await vi.waitFor(() => expect(journalText(dir)).toContain(`[0,${count},`), { interval: 1 });
    }
    expect(journalText(dir).length).toBeLessThan(1_000);
    await recorder.close();
    expect(await counts(dir)).toEqual([30]);
  });
});

describe('close', () => {
  it('leaves the session, and no journal', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    expect(await recorder.close()).toMatchObject({ name: 'default', runs: 1, distinctCalls: 1 });
    expect(readdirSync(sessionFolderAt(dir).journals)).toEqual([]);
    expect((await openStore(dir)).notices).toEqual([]);
  });

  it('leaves a session without calls where none were made', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, [])).close();
    expect(await counts(dir)).toEqual([]);
  });

  it('adds a second run to the same session', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, [getObjectAt('k1'), getObjectAt('k1')])).close();
    const summary = await (await record(dir, [getObjectAt('k1'), getObjectAt('k2')])).close();
    expect(summary).toMatchObject({ runs: 2, distinctCalls: 2 });
    expect(await counts(dir)).toEqual([3, 1]);
  });

  it('counts a run once, however often it is closed', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    await Promise.all([recorder.close(), recorder.close()]);
    await recorder.close();
    expect(await counts(dir)).toEqual([1]);
  });

  it('makes the folder again where someone has removed it', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    rmSync(dir, { recursive: true });
    await recorder.close();
    expect(await counts(dir)).toEqual([1]);
  });

  it('begins a new journal where someone has removed the folder', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObjectAt('k1')], { flushIntervalMs: 10 });
    rmSync(dir, { recursive: true });
    await vi.waitFor(() => expect(journalText(dir)).toContain('"k1"'));
    recorder.record(getObjectAt('k2'), AT_MS);
    await vi.waitFor(() => expect(journalText(dir)).toContain('"k2"'));
  });

  it('loses nothing where it fails, and can be called again', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    const inTheWay = join(sessionFolderAt(dir).sessions, 'default.json');
    mkdirSync(inTheWay);
    await expect(recorder.close()).rejects.toMatchObject({
      code: 'E_INTERNAL',
      message: expect.stringContaining(dir),
      hint: expect.any(String),
    });
    recorder.record(getObject(), AT_MS);
    rmdirSync(inTheWay);
    expect(await recorder.close()).toMatchObject({ runs: 1 });
    expect(await counts(dir)).toEqual([2]);
  });

  it('overwrites no damaged session, and keeps the journal for when it is repaired', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, [getObject()]);
    const path = join(sessionFolderAt(dir).sessions, 'default.json');
    writeFileSync(path, 'damaged');
    await expect(recorder.close()).rejects.toMatchObject({ code: 'E_SESSION_DAMAGED' });
    expect(readFileSync(path, 'utf8')).toBe('damaged');
    expect(journalText(dir)).toContain('GetObject');
    rmSync(path);
  });

  it('adds up right where many recorders of one session end at once', async () => {
    const dir = await temporarySessionFolder();
    const numbers = Array.from({ length: 8 }, (_, at) => at);
    const recorders = await Promise.all(
      numbers.map((at) => record(dir, [getObjectAt('shared'), getObjectAt(`own-${at}`)])),
    );
    await Promise.all(recorders.map((recorder) => recorder.close()));
    expect(await counts(dir)).toEqual([...numbers.map(() => 1), 8]);
    expect((await openStore(dir)).notices).toEqual([]);
  });
});
