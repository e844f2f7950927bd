import { describe, expect, it } from 'vitest';
import { findDrops } from '../../../scripts/catalog/find-drops.ts';

const manifest = (services: number, operations: number, bindings: Record<string, number>) =>
  JSON.stringify({ counts: { services, operations, operationsWithoutKnownAction: 5, bindings } });

describe('a catalog that lost something', () => {
  it('is told for services, operations and bindings together', () => {
    const before = manifest(3, 20, { exact: 4, alias: 2 });
    const after = manifest(2, 20, { exact: 4, alias: 1 });
    expect(findDrops(before, after)).toEqual([
      'services dropped from 3 to 2',
      'bindings dropped from 6 to 5',
    ]);
  });

  it('is not told where bindings only changed their rule', () => {
    const before = manifest(3, 20, { exact: 4, alias: 2 });
    expect(findDrops(before, manifest(3, 21, { exact: 3, alias: 3 }))).toEqual([]);
  });
});
