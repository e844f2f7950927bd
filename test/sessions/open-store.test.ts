import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObservedCall } from '../../aws/api-call.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { openStore } from '../../sessions/open-store.ts';
import { sessionFilePath, sessionFolderAt } from '../../sessions/session-folder.ts';
import { getObjectAt, unrecognised } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

const AT_MS = Date.UTC(2026, 0, 31, 9);

async function record(dir: string, name: string, ...calls: ObservedCall[]): Promise<void> {
  const recorder = await openRecorder(dir, name);
  for (const call of calls) recorder.record(call, AT_MS);
  await recorder.close();
}

async function* streamOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('openStore', () => {
  it('makes no folder only to look into it', async () => {
    const dir = await temporarySessionFolder();
    const store = await openStore(dir);
    expect(await store.list()).toEqual([]);
    expect(await store.exists('default')).toBe(false);
    expect(existsSync(dir)).toBe(false);
  });

  it('names damaged files without failing', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'default', getObjectAt('k1'));
    const path = sessionFilePath(sessionFolderAt(dir), 'broken');
    writeFileSync(path, '{}');
    const store = await openStore(dir);
    expect(store.notices).toEqual([expect.stringContaining(path)]);
    expect(await store.list()).toHaveLength(1);
  });
});

describe('read', () => {
  it('names the sessions that there are where one is not found', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'default');
    await record(dir, 'smoke');
    await expect((await openStore(dir)).read('smke')).rejects.toMatchObject({
      code: 'E_SESSION_NOT_FOUND',
      hint: 'there are: `default`, `smoke`',
    });
  });

  it('says how to record where there are none', async () => {
    const store = await openStore(await temporarySessionFolder());
    await expect(store.read('default')).rejects.toMatchObject({
      code: 'E_SESSION_NOT_FOUND',
      hint: expect.stringContaining('leastgrant run'),
    });
  });

  it('refuses a name that could leave the folder', async () => {
    const store = await openStore(await temporarySessionFolder());
    await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'E_SESSION_NAME' });
  });
});

describe('remove', () => {
  it('removes a session and nothing else', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a');
    await record(dir, 'b');
    const store = await openStore(dir);
    await store.remove('a');
    expect((await store.list()).map(({ name }) => name)).toEqual(['b']);
    expect(await store.exists('a')).toBe(false);
    await expect(store.remove('a')).rejects.toMatchObject({ code: 'E_SESSION_NOT_FOUND' });
  });

  it('removes a session that is damaged', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a');
    writeFileSync(sessionFilePath(sessionFolderAt(dir), 'a'), 'damaged');
    const store = await openStore(dir);
    await store.remove('a');
    expect((await openStore(dir)).notices).toEqual([]);
  });
});

describe('merge', () => {
  it('adds sessions to a new one and keeps them', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'), getObjectAt('k2'));
    await record(dir, 'b', getObjectAt('k2'), unrecognised());
    const store = await openStore(dir);
    expect(await store.merge(['a', 'b'], 'all')).toMatchObject({ runs: 2, distinctCalls: 3 });
    expect((await store.read('all')).calls.map(({ count }) => count)).toEqual([1, 2, 1]);
    expect((await store.list()).map(({ name }) => name)).toEqual(['a', 'all', 'b']);
  });

  it('adds sessions to one of them', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'));
    await record(dir, 'b', getObjectAt('k2'));
    const store = await openStore(dir);
    expect(await store.merge(['a', 'b'], 'a')).toMatchObject({ runs: 2, distinctCalls: 2 });
  });

  it('refuses a name that is taken, and counts nothing twice', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'));
    await record(dir, 'b', getObjectAt('k2'));
    const store = await openStore(dir);
    await store.merge(['a'], 'all');
    const again = store.merge(['a', 'b'], 'all');
    await expect(again).rejects.toMatchObject({ code: 'E_SESSION_NAME' });
    expect(await store.read('all')).toMatchObject({ runs: 1, calls: [{ count: 1 }] });
    expect(await store.merge(['b', 'all'], 'all')).toMatchObject({ runs: 2, distinctCalls: 2 });
  });

  it('writes nothing where one of them is missing', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'));
    const store = await openStore(dir);
    const merging = store.merge(['a', 'none'], 'all');
    await expect(merging).rejects.toMatchObject({ code: 'E_SESSION_NOT_FOUND' });
    expect(await store.exists('all')).toBe(false);
  });
});

describe('export and import', () => {
  it('carry a session to another folder, byte for byte', async () => {
    const [from, to] = [await temporarySessionFolder(), await temporarySessionFolder()];
    await record(from, 'a', getObjectAt('k1'), getObjectAt('k2'), unrecognised());
    const text = [...(await (await openStore(from)).export('a'))].join('');
    const store = await openStore(to);
    await store.import({ chunks: streamOf([text]), source: 'a.json' });
    expect([...(await store.export('a'))].join('')).toBe(text);
    expect(await store.read('a')).toEqual(await (await openStore(from)).read('a'));
  });

  it('import can give another name, and refuses one that is taken', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'));
    const store = await openStore(dir);
    const text = [...(await store.export('a'))];
    const again = store.import({ chunks: streamOf(text), source: '-' });
    await expect(again).rejects.toMatchObject({ code: 'E_SESSION_NAME' });
    expect(await store.read('a')).toMatchObject({ runs: 1, calls: [{ count: 1 }] });
    await store.import({ chunks: streamOf(text), source: '-', name: 'b' });
    expect(await store.read('b')).toMatchObject({ name: 'b', runs: 1 });
  });

  it('import changes nothing where the text is damaged or names no session', async () => {
    const dir = await temporarySessionFolder();
    await record(dir, 'a', getObjectAt('k1'));
    const path = sessionFilePath(sessionFolderAt(dir), 'a');
    const before = readFileSync(path, 'utf8');
    const store = await openStore(dir);
    const text = [...(await store.export('a'))].join('');
    const cut = store.import({ chunks: streamOf([text.slice(0, -4)]), source: 'a.json' });
    await expect(cut).rejects.toMatchObject({
      code: 'E_SESSION_DAMAGED',
      message: expect.stringContaining('`a.json`'),
    });
    const renamed = [text.replace('"name":"a"', '"name":"../a"')];
    const hostile = store.import({ chunks: streamOf(renamed), source: 'a.json' });
    await expect(hostile).rejects.toMatchObject({ code: 'E_SESSION_NAME' });
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(existsSync(join(dir, 'a.json'))).toBe(false);
  });
});
