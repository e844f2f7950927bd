import { once } from 'node:events';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { openStore } from '../../sessions/open-store.ts';
import type { JournalsElsewhere } from '../../sessions/session-folder.ts';
import { runRecordingProgram } from './support/run-recording-program.ts';
import { getObjectAt } from './support/sample-calls.ts';
import { temporaryFolder, temporarySessionFolder } from './support/temporary-folder.ts';

async function placeElsewhere(isForNew = true): Promise<JournalsElsewhere> {
  return { folder: join(await temporaryFolder(), 'journal', 'of-this-folder'), isForNew };
}

/** Every file below a folder, with its size and the time of its last change. */
function filesBelow(dir: string): string[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return names.sort().map((name) => {
    const { size, mtimeMs } = statSync(join(dir, name));
    return `${name} ${size} ${mtimeMs}`;
  });
}

describe('a recorder with a place for its journal elsewhere', () => {
  it('changes nothing in the session folder until it ends, and leaves nothing elsewhere', async () => {
    const dir = await temporarySessionFolder();
    const journals = await placeElsewhere();
    const recorder = await openRecorder(dir, 'default', { journals, flushIntervalMs: 5 });
    const before = filesBelow(dir);
    for (const key of ['a', 'b', 'c']) recorder.record(getObjectAt(key), Date.now());
    const meanwhile = await openStore(dir, journals);
    await expect.poll(async () => (await meanwhile.read('default')).distinctCalls).toBe(3);
    expect(filesBelow(dir)).toEqual(before);
    await recorder.close();
    expect((await (await openStore(dir)).read('default')).distinctCalls).toBe(3);
    expect(existsSync(journals.folder)).toBe(false);
  });

  it('is folded in after a crash, even by who would begin its own in the session folder', async () => {
    const dir = await temporarySessionFolder();
    const journals = await placeElsewhere();
    const { child, until } = runRecordingProgram(dir, 'default', 'call', journals.folder);
    await until(({ distinct }) => distinct >= 20);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openStore(dir, { ...journals, isForNew: false });
    expect(store.notices[0]).toContain('a recording of session `default` did not end');
    expect((await store.read('default')).distinctCalls).toBeGreaterThanOrEqual(20);
    expect(existsSync(journals.folder)).toBe(false);
  });

  it('keeps it in the session folder where the other place cannot be written', async () => {
    const dir = await temporarySessionFolder();
    const taken = join(await temporaryFolder(), 'file');
    writeFileSync(taken, '');
    const journals = { folder: join(taken, 'journal'), isForNew: true };
    const recorder = await openRecorder(dir, 'default', { journals });
    expect(readdirSync(join(dir, 'journal'))).toHaveLength(1);
    recorder.record(getObjectAt('a'), Date.now());
    expect((await recorder.close()).distinctCalls).toBe(1);
  });

  it('shares the place with another, which takes nothing of it away when it ends', async () => {
    const dir = await temporarySessionFolder();
    const journals = await placeElsewhere();
    const first = await openRecorder(dir, 'one', { journals });
    const second = await openRecorder(dir, 'two', { journals });
    const [, journal = ''] = readdirSync(journals.folder).sort();
    await first.close();
    expect(readdirSync(journals.folder)).toEqual([journal]);
    second.record(getObjectAt('a'), Date.now());
    expect((await second.close()).distinctCalls).toBe(1);
    expect(existsSync(journals.folder)).toBe(false);
  });
});
