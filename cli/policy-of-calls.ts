import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { findHome, type Home } from '../generator/find-home.ts';
import { generatePolicy } from '../generator/generate-policy.ts';
import type { ExplainedDocument } from '../generator/render/policy-export.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import type { Permission } from '../iam/permission.ts';
import { isRecognised, type SessionCall } from '../sessions/session-call.ts';
import { findUnmappedOperations } from './unmapped-operations.ts';

/** The policy of some calls. */
export interface PolicyOfCalls {
  /** Empty where no call needs a permission. */
  readonly documents: readonly ExplainedDocument[];
  /** Where the calls were made. */
  readonly home: Home;
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
  const { document, explanations } = generatePolicy(permissionsOf(calls, catalog));
  return {
    documents: document === null ? [] : [{ document, explanations }],
    home: findHome(calls),
    unmapped: findUnmappedOperations(calls, catalog),
  };
}

function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
): Generator<Permission> {
  for (const call of calls) if (isRecognised(call)) yield* authorize(call, catalog);
}
