import type { DeniedAccess } from './find-denied.ts';
import type { ArnField, NarrowScope, NarrowThresholds } from './narrow-settings.ts';
import type { RunValue } from './run-value.ts';
import type { UserPattern } from './user-pattern.ts';

/** How the resources of a recording are to be generalised. */
export interface NarrowOptions {
  readonly scope: NarrowScope;
  /** ARN templates by the catalog's keys, of all services that were recorded. */
  readonly resourceTypes: Iterable<readonly [key: string, template: string]>;
  /** In the order in which they are tried; before all else, whatever the scope. */
  readonly patterns?: readonly UserPattern[];
  readonly thresholds?: Partial<NarrowThresholds>;
  /** Fields of ARNs that are to be wildcards wherever they hold a value. */
  readonly anyFields?: readonly ArnField[];
  /** What is known to belong to one of the recorded runs. */
  readonly runValues?: readonly RunValue[];
  readonly denied?: Iterable<DeniedAccess>;
}
