import { LeastgrantError } from '../../../errors.ts';
import type { CatalogSource } from '../catalog.ts';
import type { ServiceReference } from './service-reference.ts';

/** How much a reference holds. */
export interface ReferenceCounts {
  /** IAM service prefixes. */
  readonly services: number;
  readonly actions: number;
  /** Operations of which AWS says the actions. */
  readonly operations: number;
}

/** Counts what a download holds. */
export function countReference(services: readonly ServiceReference[]): ReferenceCounts {
  const operations = services.flatMap((service) => service.operations);
  return {
    services: services.length,
    actions: services.reduce((sum, { actions }) => sum + actions.size, 0),
    operations: operations.filter(({ actions }) => actions.length > 0).length,
  };
}

/**
 * Returns the least that a first download has to hold, by the built-in catalog's own IAM facts: nine tenths, for AWS
 * retires services between two versions of leastgrant. They know no operations, of which one must be there.
 */
export function leastBesideCatalog(catalog: CatalogSource): ReferenceCounts {
  const prefixes = catalog.listIamPrefixes();
  const actions = prefixes.flatMap((prefix) =>
    Object.keys(catalog.findIamService(prefix)?.actions ?? {}),
  );
  return {
    services: Math.floor(prefixes.length * 0.9),
    actions: Math.floor(actions.length * 0.9),
    operations: 1,
  };
}

/** Returns the least that the next download has to hold: what is there, less one in a hundred. */
export function leastBesideReference(present: ReferenceCounts): ReferenceCounts {
  return {
    services: Math.ceil(present.services * 0.99),
    actions: Math.ceil(present.actions * 0.99),
    operations: Math.max(1, Math.ceil(present.operations * 0.99)),
  };
}

/**
 * Makes sure that a download is not a part of what it should be.
 * @throws LeastgrantError E_UPSTREAM
 */
export function expectAtLeast(found: ReferenceCounts, least: ReferenceCounts): void {
  for (const what of ['services', 'actions', 'operations'] as const) {
    if (found[what] >= least[what]) continue;
    const message = `the reference has shrunk: ${found[what]} ${what}, where at least ${least[what]} are expected`;
    throw new LeastgrantError('E_UPSTREAM', message, {
      hint: 'nothing was changed; try again later, or begin anew with `leastgrant catalog reset`',
    });
  }
}
