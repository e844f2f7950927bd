import { openCatalog } from '../../../aws/catalog/catalog.ts';

/** The ARN templates of the built-in catalog by their keys: those of some services, or all. */
export function resourceTypesOfCatalog(
  services?: readonly string[],
): readonly (readonly [string, string])[] {
  const catalog = openCatalog();
  const chosen = services ?? catalog.index.map(({ service }) => service);
  return chosen.flatMap((service) =>
    Object.entries(catalog.findService(service)?.resourceTypes ?? {}),
  );
}
