import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { asRecord, asText, asTexts, readScenarios } from '../../scenarios/read-scenarios.ts';

// The operations for which AWS publishes no action, each with why: what the catalog does not know is known.
const rows = readScenarios('unpublished-actions', (value, where) => {
  const row = asRecord(value, where);
  asText(row.because, `${where} because`);
  return {
    service: asText(row.service, where),
    operations: asTexts(row.operations, `${where} operations`),
  };
});

describe('operations without a known action', () => {
  it('are those for which AWS publishes none', () => {
    const catalog = openCatalog();
    const unknown = catalog.index.flatMap(({ service }) =>
      Object.entries(catalog.findService(service)?.operations ?? {})
        .filter(([, { grants }]) => grants === undefined)
        .map(([name]) => `${service} ${name}`),
    );
    const listed = rows.flatMap(({ service, operations }) =>
      operations.map((name) => `${service} ${name}`),
    );
    expect(new Set(unknown)).toEqual(new Set(listed));
  });
});
