import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../../aws/catalog/catalog.ts';
import { parseServiceReference } from '../../../../aws/catalog/reference/parse-service-reference.ts';
import {
  countReference,
  expectAtLeast,
  leastBesideCatalog,
  leastBesideReference,
} from '../../../../aws/catalog/reference/reference-counts.ts';
import { sqs } from './support/sample-services.ts';

const present = { services: 400, actions: 20_000, operations: 15_000 };

describe('the size of a reference', () => {
  it('counts operations only where AWS says their actions', () => {
    const service = parseServiceReference(sqs, 'sqs');
    expect(countReference([service])).toEqual({ services: 1, actions: 5, operations: 1 });
  });

  it('may shrink by one in a hundred', () => {
    const least = leastBesideReference(present);
    expect(() => expectAtLeast({ ...present, actions: 19_800 }, least)).not.toThrow();
  });

  it.each([
    ['services', { ...present, services: 395 }],
    ['actions', { ...present, actions: 19_799 }],
    ['operations', { ...present, operations: 14_000 }],
  ])('may not shrink by more: %s', (what, found) => {
    const check = () => expectAtLeast(found, leastBesideReference(present));
    expect(check).toThrow(expect.objectContaining({ code: 'E_UPSTREAM' }));
    expect(check).toThrow(what);
  });

  it('is measured by the built-in catalog at first, and must hold operations', () => {
    const least = leastBesideCatalog(openCatalog());
    expect(least.services).toBeGreaterThan(350);
    expect(least.actions).toBeGreaterThan(15_000);
    expect(() => expectAtLeast({ ...present, operations: 0 }, { ...least, services: 1 })).toThrow(
      'operations',
    );
  });
});
