import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { type GeneratedPolicy, generatePolicy } from '../generator/generate-policy.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import type { Permission } from '../iam/permission.ts';
import { isRecognised, type SessionCall } from '../sessions/session-call.ts';
import { findUnmappedOperations } from './unmapped-operations.ts';

/** The policy of some calls. */
export interface PolicyOfCalls extends GeneratedPolicy {
  /** Operations that the policy lacks because nobody knows their action: `s3 GetObject`; sorted. */
  readonly unmapped: readonly string[];
}

/**
 * Returns the smallest policy for the recognised calls among these.
 * A call that was denied or failed counts like any other: the program asked for it.
 */
export function policyOfCalls(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
): PolicyOfCalls {
  return {
    ...generatePolicy(permissionsOf(calls, catalog)),
    unmapped: findUnmappedOperations(calls, catalog),
  };
}

function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
): Generator<Permission> {
  for (const call of calls) if (isRecognised(call)) yield* authorize(call, catalog);
}
