import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { type GeneratedPolicy, generatePolicy } from '../generator/generate-policy.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import type { Permission } from '../iam/permission.ts';
import { isRecognised, type SessionCall } from '../sessions/session-call.ts';

/**
 * Returns the smallest policy for the recognised calls among these.
 * A call that was denied or failed counts like any other: the program asked for it.
 */
export function policyOfCalls(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
): GeneratedPolicy {
  return generatePolicy(permissionsOf(calls, catalog));
}

function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
): Generator<Permission> {
  for (const call of calls) if (isRecognised(call)) yield* authorize(call, catalog);
}
