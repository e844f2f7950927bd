import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'aws/catalog/data/manifest.json'), 'utf8'));
const sources: readonly { name: string; version: string; license: string }[] = manifest.sources;

describe('the notice of where the catalog comes from', () => {
  it('knows of sources at all', () => {
    expect(sources.length).toBeGreaterThan(2);
  });

  it.each(sources)('names $name with its version and licence', ({ name, version, license }) => {
    const line = notice.split('\n').find((text) => text.trim().startsWith(`${name} ${version},`));
    expect(line).toContain(license);
  });
});
