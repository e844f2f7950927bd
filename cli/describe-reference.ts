import type { CatalogSource } from '../aws/catalog/catalog.ts';
import type { ReferenceIndex } from '../aws/catalog/reference/reference-index.ts';
import { plural } from './plural.ts';

/**
 * Counts the operations whose action is another with the user's copy of AWS's reference: those that had none, those
 * that the built-in catalog lacks, and those that had a wrong one.
 */
export function countAdditions(builtIn: CatalogSource, extended: CatalogSource): number {
  let additions = 0;
  for (const { service } of builtIn.index) {
    const before = builtIn.findService(service)?.operations ?? {};
    const after = Object.entries(extended.findService(service)?.operations ?? {});
    additions += after.filter(([name, { grants }]) => {
      const known = Object.hasOwn(before, name) ? before[name]?.grants : undefined;
      return JSON.stringify(known) !== JSON.stringify(grants);
    }).length;
  }
  return additions;
}

/** Returns one line: `AWS reference of 2026-11-25: 446 services, …; it says the actions of 214 more operations`. */
export function describeReference({ date, counts }: ReferenceIndex, additions: number): string {
  const holds = [
    plural(counts.services, 'service'),
    plural(counts.actions, 'action'),
    plural(counts.operations, 'operation'),
  ].join(', ');
  const operations = plural(additions, 'more operation');
  return `AWS reference of ${date}: ${holds}; it says the actions of ${operations}`;
}
