import { unknownText, variablesIn } from '../../iam/evaluate/pattern.ts';
import type { RequestContext } from '../../iam/evaluate/request-context.ts';
import { toRepresentative } from '../../iam/evaluate/to-representative.ts';
import type { Conditions } from '../../iam/permission.ts';
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
  const keys = keysOf(resource);
  if (conditions === noConditions) {
    const known = withValues(keys, common);
    return [{ action, resource: toRepresentative(resource, known), context: known }];
  }
  const known = withValues([...keys, ...valuesOf(conditions).flatMap(keysOf)], common);
  const text = toRepresentative(resource, known);
  return contextsOf(conditions, known).map((context) => ({ action, resource: text, context }));
}

function keysOf(text: string): readonly string[] {
  return text.includes('${') ? variablesIn(text) : noKeys;
}

const noKeys: readonly string[] = [];

function valuesOf(conditions: Conditions): readonly string[] {
  return Object.values(conditions).flatMap((keys) => Object.values(keys).flat());
}

function withValues(keys: readonly string[], common: RequestContext): RequestContext {
  if (keys.length === 0) return common;
  const unknown = keys.filter((key) => !common.has(key));
  return new Map([...common, ...unknown.map((key) => [key, [`${unknownText}${key}`]] as const)]);
}
