import { unknownText, variablesIn } from '../../iam/evaluate/pattern.ts';
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
 * Where a wildcard stands in the need, the request is one that nothing narrower than that wildcard allows. A policy
 * variable in the need gets a value that nothing but the same variable, or a wildcard, matches.
 */
export function requestsOfNeed(
  { action, resource, conditions }: Omit<Need<unknown>, 'subject'>,
  common: RequestContext,
): readonly RepresentativeRequest[] {
  const keys = resource.includes('${') ? variablesIn(resource) : [];
  const known = keys.length === 0 ? common : withValues(keys, common);
  const text = toRepresentative(resource, known);
  if (conditions === noConditions) return [{ action, resource: text, context: known }];
  return contextsOf(conditions, known).map((context) => ({ action, resource: text, context }));
}

function withValues(keys: readonly string[], common: RequestContext): RequestContext {
  const unknown = keys.filter((key) => !common.has(key));
  return new Map([...common, ...unknown.map((key) => [key, [`${unknownText}${key}`]] as const)]);
}
