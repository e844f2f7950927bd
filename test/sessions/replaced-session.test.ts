import { describe, expect, it } from 'vitest';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { openStore } from '../../sessions/open-store.ts';
import { getObject } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

const operationsIn = async (dir: string) => {
  const { calls } = await (await openStore(dir)).read('default');
  return calls.map(({ operation }) => operation);
};

const record = async (dir: string, operation: string, replaces: boolean) => {
  const recorder = await openRecorder(dir, 'default', { replaces });
  recorder.record(getObject({ operation }), Date.now());
  return recorder;
};

describe('a recording that replaces its session', () => {
  it('leaves nothing of what was recorded before', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, 'GetItem', true)).close();
    await (await record(dir, 'PutItem', true)).close();
    expect(await operationsIn(dir)).toEqual(['PutItem']);
  });

  it('adds to what was recorded where it is not asked to replace it', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, 'GetItem', false)).close();
    await (await record(dir, 'PutItem', false)).close();
    expect(await operationsIn(dir)).toEqual(['GetItem', 'PutItem']);
  });

  it('does not replace one that went on beside it', async () => {
    const dir = await temporarySessionFolder();
    const [first, second] = [
      await record(dir, 'GetItem', true),
      await record(dir, 'PutItem', true),
    ];
    second.record(getObject({ operation: 'PutItem' }), Date.now() + 5);
    await second.close();
    await first.close();
    expect(await operationsIn(dir)).toEqual(['GetItem', 'PutItem']);
  });

  it('leaves the session as it was when it is discarded', async () => {
    const dir = await temporarySessionFolder();
    await (await record(dir, 'GetItem', true)).close();
    await (await record(dir, 'PutItem', true)).discard();
    expect(await operationsIn(dir)).toEqual(['GetItem']);
  });
});
