import type { CatalogSource } from '../aws/catalog/catalog.ts';
import type { DeniedAccess } from '../generator/narrow/find-denied.ts';
import type { NarrowOptions } from '../generator/narrow/narrow-options.ts';
import type { RunValue } from '../generator/narrow/run-value.ts';
import { type Caller, parseUserPattern } from '../generator/narrow/user-pattern.ts';
import type { RawNarrowOptions } from './narrow-options.ts';

/** What a recording says about how it may be narrowed. */
export interface RecordedFacts {
  /** The services that were called. */
  readonly services: Iterable<string>;
  readonly denied: Iterable<DeniedAccess>;
  readonly caller: Caller;
  readonly runValues: readonly RunValue[];
}

/** Returns how a recording is to be narrowed: as the options say, with what the catalog and the calls say. */
export function narrowingOf(
  { scope = 'pattern', pattern = [], any = [], threshold = {} }: RawNarrowOptions,
  { services, denied, caller, runValues }: RecordedFacts,
  catalog: CatalogSource,
): NarrowOptions {
  return {
    scope,
    patterns: pattern.map((text) => parseUserPattern(text, caller)),
    anyFields: any,
    thresholds: threshold,
    denied,
    runValues,
    resourceTypes: [...new Set(services)].flatMap((service) =>
      Object.entries(catalog.findService(service)?.resourceTypes ?? {}),
    ),
  };
}
