import { mkdir, mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReference, loadService } from '../../../../aws/catalog/reference/find-reference.ts';
import type { ReferenceIndex } from '../../../../aws/catalog/reference/reference-index.ts';
import {
  removeReference,
  writeReference,
} from '../../../../aws/catalog/reference/write-reference.ts';
import { sampleService } from './support/sample-services.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const url = 'https://mirror.test/';

function download(date: string, action = 'GetThing') {
  const sqs = sampleService('sqs', { [action]: {} }, [
    { name: action, actions: [`sqs:${action}`], sdk: ['sqs'] },
  ]);
  return { services: [sqs, sampleService('sns', { Publish: {} })], date, url };
}

function expectIndex(folder: string): ReferenceIndex {
  const found = findReference(folder);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.index;
}

describe('writeReference', () => {
  it('makes the folder for its owner alone and stores what was read', async () => {
    const folder = join(await temporaryFolder(), 'share', 'leastgrant');
    const index = await writeReference(folder, download('2026-11-25'));
    expect(expectIndex(folder)).toEqual(index);
    expect(index).toMatchObject({
      date: '2026-11-25',
      url,
      counts: { services: 2, actions: 2, operations: 1 },
    });
    expect([...index.sdkNames]).toEqual([
      ['sqs', ['sqs']],
      ['sns', []],
    ]);
    const loaded = loadService(folder, index, 'operations', 'sqs');
    expect(loaded).toEqual({ kind: 'loaded', service: download('').services[0] });
    expect(loadService(folder, index, 'iam', 'sns').kind).toBe('loaded');
    if (process.platform !== 'win32') {
      for (const path of [folder, join(folder, index.folder), join(folder, index.folder, 'iam')]) {
        expect((await stat(path)).mode & 0o777).toBe(0o700);
      }
    }
  });

  it('replaces the data, and keeps the files before it for programs that read them', async () => {
    const folder = await temporaryFolder();
    const first = await writeReference(folder, download('2026-11-25', 'GetOld'));
    const longAgo = new Date(Date.now() - 48 * 60 * 60 * 1000);
    await utimes(join(folder, first.folder), longAgo, longAgo);
    const second = await writeReference(folder, download('2026-11-26', 'GetNew'));
    expect(expectIndex(folder)).toEqual(second);
    const actionsOf = (index: ReferenceIndex) => {
      const loaded = loadService(folder, index, 'operations', 'sqs');
      return loaded.kind === 'loaded' ? [...loaded.service.actions.keys()] : loaded.reason;
    };
    expect([actionsOf(first), actionsOf(second)]).toEqual([['GetOld'], ['GetNew']]);
  });

  it('leaves one whole copy when several are written at once', async () => {
    const folder = await temporaryFolder();
    const written = await Promise.all(
      ['GetA', 'GetB', 'GetC'].map((action) =>
        writeReference(folder, download('2026-11-25', action)),
      ),
    );
    const index = expectIndex(folder);
    expect(written).toContainEqual(index);
    expect(loadService(folder, index, 'operations', 'sqs').kind).toBe('loaded');
    const leftovers = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
    expect(leftovers).toEqual([]);
  });

  it('removes what older updates have left behind, but not what one may still be writing', async () => {
    const folder = await temporaryFolder();
    const [old, fresh] = await Promise.all([
      mkdtemp(join(folder, 'aws-reference-')),
      mkdtemp(join(folder, 'aws-reference-')),
    ]);
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(old, longAgo, longAgo);
    await writeFile(join(folder, 'mine.txt'), '');
    const { folder: current } = await writeReference(folder, download('2026-11-25'));
    const kept = ['aws-reference.json', current, fresh.slice(folder.length + 1), 'mine.txt'];
    expect((await readdir(folder)).sort()).toEqual(kept.sort());
  });

  it('says which folder it cannot write, and leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(
      writeReference(join(folder, 'file'), download('2026-11-25')),
    ).rejects.toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining(join(folder, 'file')),
    });
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('keeps the old data where the new cannot be put in its place', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'aws-reference.json'));
    await expect(writeReference(folder, download('2026-11-25'))).rejects.toMatchObject({
      code: 'E_INPUT',
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('removeReference', () => {
  it('removes the copy and nothing else', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await writeReference(folder, download('2026-11-25'));
    expect(await removeReference(folder)).toBe(true);
    expect(await readdir(folder)).toEqual(['mine.txt']);
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
    expect(await removeReference(folder)).toBe(false);
    expect(await removeReference(join(folder, 'nowhere'))).toBe(false);
  });
});
