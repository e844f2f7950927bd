import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { arnAliases } from '../../../scripts/catalog/tables/arn-aliases.ts';
import { variableAliases } from '../../../scripts/catalog/tables/variable-aliases.ts';

const catalog = openCatalog();
const operations = new Map(
  catalog.index.flatMap(({ service }) =>
    Object.entries(catalog.findService(service)?.operations ?? {}),
  ),
);
const grants = catalog.index.flatMap(({ service }) =>
  Object.values(catalog.findService(service)?.operations ?? {}).flatMap(
    ({ grants: rows = [] }) => rows,
  ),
);
const types = new Set(
  grants.flatMap(({ resources = [] }) => resources.map(({ type }) => type.toLowerCase())),
);
const actions = new Set(grants.map(({ action }) => action.toLowerCase()));

// A row of another name would be silent for ever.
describe('the tables of aliases', () => {
  it('name resource types that AWS has', () => {
    const unknown = Object.entries(arnAliases).flatMap(([prefix, rows]) =>
      Object.keys(rows)
        .map((type) => `${prefix}:${type}`)
        .filter((type) => !types.has(type.toLowerCase())),
    );
    expect(unknown).toEqual([]);
  });

  it('name resource types or operations that AWS has', () => {
    const unknown = Object.entries(variableAliases).flatMap(([prefix, rows]) =>
      Object.keys(rows)
        .filter((key) => key.includes('.'))
        .map((key) => key.slice(0, key.lastIndexOf('.')))
        .filter(
          (place) =>
            !types.has(`${prefix}:${place}`.toLowerCase()) &&
            !actions.has(`${prefix}:${place}`.toLowerCase()) &&
            !operations.has(place),
        )
        .map((place) => `${prefix}:${place}`),
    );
    expect(unknown).toEqual([]);
  });
});
