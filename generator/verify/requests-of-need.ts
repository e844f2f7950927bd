import type { RequestContext } from '../../iam/evaluate/request-context.ts';
import { toRepresentative } from '../../iam/evaluate/to-representative.ts';
import { contextsOf } from './contexts-of.ts';
import { type Need, noConditions } from './needs.ts';

/** A request that stands for all that a need means: unknown parts are met by wildcards alone. */
export interface RepresentativeRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/**
 * Returns requests all of which a policy must allow to meet a need: several where a condition leaves a choice.
 * Where a wildcard stands in the need, the request is one that nothing narrower than that wildcard allows.
 */
export function requestsOfNeed(
  { action, resource, conditions }: Omit<Need<unknown>, 'subject'>,
  common: RequestContext,
): readonly RepresentativeRequest[] {
  const text = toRepresentative(resource);
  if (conditions === noConditions) return [{ action, resource: text, context: common }];
  return contextsOf(conditions, common).map((context) => ({ action, resource: text, context }));
}
