import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { findHome, type Home } from '../generator/find-home.ts';
import { generatePolicy } from '../generator/generate-policy.ts';
import type { PolicyTarget } from '../generator/split/policy-limits.ts';
import { type SplitPolicy, splitPolicy } from '../generator/split/split-policy.ts';
import { createNeeds, type Needs } from '../generator/verify/needs.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import type { Permission } from '../iam/permission.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../sessions/session-call.ts';
import { expectAllowed } from './expect-allowed.ts';
import { findUnmappedOperations } from './unmapped-operations.ts';

/** How a policy is to be made. */
export interface PolicySettings {
  readonly target: PolicyTarget;
}

/** The policy of some calls; without documents where no call needs a permission. */
export interface PolicyOfCalls extends SplitPolicy {
  readonly target: PolicyTarget;
  /** Where the calls were made. */
  readonly home: Home;
  /** Operations that the policy lacks because nobody knows their action: `s3 GetObject`; sorted. */
  readonly unmapped: readonly string[];
}

/**
 * Returns the smallest policy for the recognised calls among these.
 * A call that was denied or failed counts like any other: the program asked for it.
 * @throws LeastgrantError E_INTERNAL where the policy would not allow one of them
 */
export function policyOfCalls(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
  { target }: PolicySettings,
): PolicyOfCalls {
  const needs = createNeeds<RecognisedSessionCall>();
  const { document, explanations } = generatePolicy(permissionsOf(calls, catalog, needs));
  const split = document === null ? nothing : splitPolicy({ document, explanations }, target);
  // The whole is asked, not its parts: those hold the same statements, and asking each of them for everything would
  // cost the square of the calls.
  expectAllowed(document === null ? [] : [document], needs);
  return {
    ...split,
    target,
    home: findHome(calls),
    unmapped: findUnmappedOperations(calls, catalog),
  };
}

const nothing: SplitPolicy = { documents: [], sizes: [], warnings: [] };

/** Notes what each call needs on the way, so that the policy can be held to it. */
function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
  needs: Needs<RecognisedSessionCall>,
): Generator<Permission> {
  for (const call of calls) {
    if (!isRecognised(call)) continue;
    for (const permission of authorize(call, catalog)) {
      needs.add(permission, call);
      yield permission;
    }
  }
}
