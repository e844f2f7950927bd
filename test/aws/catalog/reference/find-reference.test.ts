import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReference, loadService } from '../../../../aws/catalog/reference/find-reference.ts';
import { renderReferenceIndex } from '../../../../aws/catalog/reference/reference-index.ts';
import { writeReference } from '../../../../aws/catalog/reference/write-reference.ts';
import { sampleService } from './support/sample-services.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const download = {
  services: [sampleService('sqs', { GetThing: {} })],
  date: '2026-11-25',
  url: 'https://mirror.test/',
};

describe('findReference', () => {
  it('finds nothing where nothing is', async () => {
    const folder = await temporaryFolder();
    expect(findReference(folder)).toEqual({ kind: 'none' });
    expect(findReference(join(folder, 'nowhere'))).toEqual({ kind: 'none' });
    await writeFile(join(folder, 'file'), '');
    expect(findReference(join(folder, 'file'))).toEqual({ kind: 'none' });
  });

  it.each<[string, (text: string) => string]>([
    ['is empty', () => ''],
    ['was cut', (text) => text.slice(0, -20)],
    ['has another format', (text) => text.replace('"format":1', '"format":2')],
    ['names a folder elsewhere', (text) => text.replace(/"folder":"[^"]*"/, '"folder":"../x"')],
    ['has no date', (text) => text.replace('2026-11-25', 'yesterday')],
    ['counts with a text', (text) => text.replace('"actions":1', '"actions":"1"')],
  ])('says so where the index %s', async (_name, damage) => {
    const folder = await temporaryFolder();
    const index = await writeReference(folder, download);
    const file = join(folder, 'aws-reference.json');
    await writeFile(file, damage(renderReferenceIndex(index)));
    expect(findReference(folder)).toEqual({
      kind: 'damaged',
      reason: expect.stringContaining(`\`${file}\` cannot be used: `),
    });
  });

  it.each<[string, string]>([
    ['is no JSON', '{'],
    ['is of another service', '{"Name":"sns"}'],
  ])('says so where the file of a service %s', async (_name, text) => {
    const folder = await temporaryFolder();
    const index = await writeReference(folder, download);
    const file = join(folder, index.folder, 'iam', 'sqs.json');
    await writeFile(file, text);
    expect(loadService(folder, index, 'iam', 'sqs')).toEqual({
      kind: 'damaged',
      reason: expect.stringContaining(file),
    });
  });

  it('says so where the file of a service has gone', async () => {
    const folder = await temporaryFolder();
    const index = await writeReference(folder, download);
    expect(loadService(folder, { ...index, folder: 'aws-reference-gone' }, 'iam', 'sqs').kind).toBe(
      'damaged',
    );
  });
});
