import type { CompiledPolicy } from './compile-policy.ts';
import type { RequestContext } from './request-context.ts';
import { statementApplies } from './statement-applies.ts';

/** Tells whether the identity policies among themselves allow a request; the same decision, without its reasons. */
export function isAllowed(
  identity: readonly CompiledPolicy[],
  action: string,
  resource: string,
  context: RequestContext,
): boolean {
  return (
    isSaid(identity, 'Allow', action, resource, context) &&
    !isSaid(identity, 'Deny', action, resource, context)
  );
}

function isSaid(
  policies: readonly CompiledPolicy[],
  effect: 'Allow' | 'Deny',
  action: string,
  resource: string,
  context: RequestContext,
): boolean {
  for (const policy of policies) {
    for (const statement of policy.statementsFor(action, effect)) {
      if (statementApplies(statement, resource, context)) return true;
    }
  }
  return false;
}
