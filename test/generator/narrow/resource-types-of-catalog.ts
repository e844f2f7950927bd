import { openCatalog } from '../../../aws/catalog/catalog.ts';

/** Every ARN template of the built-in catalog, by its key. */
export function resourceTypesOfCatalog(): readonly (readonly [string, string])[] {
  const catalog = openCatalog();
  return catalog.index.flatMap(({ service }) =>
    Object.entries(catalog.findService(service)?.resourceTypes ?? {}),
  );
}
