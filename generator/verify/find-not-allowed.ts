import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import { type DecisionReason, evaluate } from '../../iam/evaluate/evaluate.ts';
import type { RequestContext } from '../../iam/evaluate/request-context.ts';
import { findAllowedForm } from './find-allowed-form.ts';
import type { Need } from './needs.ts';
import { type RepresentativeRequest, requestsOfNeed } from './requests-of-need.ts';

/** A need that the policies do not meet. */
export interface NotAllowed<Subject> extends Need<Subject> {
  readonly decision: 'implicitly denied' | 'explicitly denied';
  /** Which statement denies it, or why those about the action do not apply. */
  readonly because: readonly DecisionReason[];
}

/** Returns why the policies do not meet a need; undefined where they do. `common` is what every request has. */
export function findNotAllowed<Subject>(
  policies: readonly CompiledPolicy[],
  need: Need<Subject>,
  common: RequestContext,
): NotAllowed<Subject> | undefined {
  const unmet = requestsOfNeed(need, common).find(
    (request) => findAllowedForm(policies, request) === undefined,
  );
  return unmet === undefined ? undefined : explain(policies, need, unmet);
}

function explain<Subject>(
  policies: readonly CompiledPolicy[],
  need: Need<Subject>,
  { action, resource, context }: RepresentativeRequest,
): NotAllowed<Subject> {
  const request = { action, resource, context: Object.fromEntries(context) };
  const { decision, because } = evaluate({ identity: policies }, request);
  const isExplicit = decision === 'explicitly denied';
  return {
    ...need,
    decision: isExplicit ? 'explicitly denied' : 'implicitly denied',
    because: because.map((one) => ({ ...one, reason: readable(one.reason, need, resource) })),
  };
}

/** The reasons speak of the request; their reader knows the need, with its wildcards. */
function readable(reason: string, need: Need<unknown>, resource: string): string {
  return reason.replaceAll(resource, () => need.resource);
}
