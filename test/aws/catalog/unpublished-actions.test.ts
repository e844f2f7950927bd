import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { unpublishedActions } from '../../scenarios/nothing-asked.ts';

describe('operations without a known action', () => {
  it('are those for which AWS publishes none', () => {
    const catalog = openCatalog();
    const unknown = catalog.index.flatMap(({ service }) =>
      Object.entries(catalog.findService(service)?.operations ?? {})
        .filter(([, { grants }]) => grants === undefined)
        .map(([name]) => `${service} ${name}`),
    );
    const listed = unpublishedActions.flatMap(({ service, operations }) =>
      operations.map((name) => `${service} ${name}`),
    );
    expect(new Set(unknown)).toEqual(new Set(listed));
  });
});
