import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { openStore } from '../../sessions/open-store.ts';
import { sessionFolderAt } from '../../sessions/session-folder.ts';
import type { RecorderOptions } from '../../sessions/session-recorder.ts';
import { getObjectAt } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

const atMs = Date.parse('2026-01-31T09:00:00.000Z');

/** Finds the number of a run in a call for object `NUMBER/x`. */
function findNumber(number: string): NonNullable<RecorderOptions['findRunValues']> {
  return (call) =>
    call.service !== null && call.parameters.Key === `${number}/x`
      ? [{ source: 'GITHUB_RUN_NUMBER', value: number }]
      : [];
}

async function record(dir: string, number: string, options: RecorderOptions = {}) {
  const recorder = await openRecorder(dir, 'ci', {
    findRunValues: findNumber(number),
    ...options,
  });
  for (const key of ['a', `${number}/x`, 'b']) recorder.record(getObjectAt(key), atMs);
  return recorder;
}

async function valuesOf(dir: string, name = 'ci'): Promise<readonly string[]> {
  return (await (await openStore(dir)).read(name)).runValues.map(({ value }) => value);
}

function journalText(dir: string): string {
  const { journals } = sessionFolderAt(dir);
  return readdirSync(journals)
    .map((name) => readFileSync(join(journals, name), 'utf8'))
    .join('');
}

describe('what belongs to a run', () => {
  it('is kept with its session, and that of further runs with it', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, '4712')).close();
    await (await record(dir, '4711')).close();
    expect(await valuesOf(dir)).toEqual(['4711', '4712']);
  });

  it('goes with the run that a new one replaces', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, '4711')).close();
    const ended = Date.now();
    await vi.waitUntil(() => Date.now() > ended);
    await (await record(dir, '4712', { replaces: true })).close();
    expect(await valuesOf(dir)).toEqual(['4712']);
  });

  it('is known while the run goes on, and after a crash', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, '4711', { flushIntervalMs: 1 });
    await vi.waitFor(async () => expect(await valuesOf(dir)).toEqual(['4711']));
    const copy = join(await temporarySessionFolder(), 'copy');
    cpSync(dir, copy, { recursive: true });
    await recorder.close();
    expect(await valuesOf(copy)).toEqual(['4711']);
  });

  it('stays in a journal that is written anew', async () => {
    const dir = await temporarySessionFolder();
    const recorder = await record(dir, '4711', { flushIntervalMs: 1, compactAfter: 1 });
    // Every count makes it anew: the value stands before the calls then.
    for (let count = 2; count < 6; count += 1) {
      recorder.record(getObjectAt('a'), atMs);
      await vi.waitFor(() => expect(journalText(dir)).toContain(`[0,${count},`), { interval: 1 });
    }
    await vi.waitFor(() => expect(journalText(dir)).toMatch(/^.*\n\{"source"/));
    expect(await valuesOf(dir)).toEqual(['4711']);
    await recorder.close();
  });

  it('is merged, exported and imported with its session', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, '4711')).close();
    const store = await openStore(dir);
    await store.merge(['ci'], 'all');
    const text = [...(await store.export('all'))].join('');
    async function* chunks() {
      yield Buffer.from(text);
    }
    await store.import({ chunks: chunks(), source: '-', name: 'copy' });
    expect([await valuesOf(dir, 'all'), await valuesOf(dir, 'copy')]).toEqual([['4711'], ['4711']]);
  });
});
