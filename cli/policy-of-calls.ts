import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { findHome, type Home } from '../generator/find-home.ts';
import { generatePolicy } from '../generator/generate-policy.ts';
import type { DeniedAccess } from '../generator/narrow/find-denied.ts';
import type { Generalisation } from '../generator/narrow/generalisation.ts';
import { offerVariables, type VariableOffer } from '../generator/narrow/offer-variables.ts';
import type { Caller } from '../generator/narrow/user-pattern.ts';
import type { PolicyTarget } from '../generator/split/policy-limits.ts';
import { type SplitPolicy, splitPolicy } from '../generator/split/split-policy.ts';
import { createNeeds, type Needs } from '../generator/verify/needs.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import type { Permission } from '../iam/permission.ts';
import type { PolicyDocument } from '../iam/policy.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../sessions/session-call.ts';
import { expectAllowed } from './expect-allowed.ts';
import { accountVariable, type RawNarrowOptions } from './narrow-options.ts';
import { narrowingOf } from './narrow-recording.ts';
import { findUnmappedOperations } from './unmapped-operations.ts';

/** How a policy is to be made. */
export interface PolicySettings extends RawNarrowOptions {
  readonly target: PolicyTarget;
}

/** The policy of some calls; without documents where no call needs a permission. */
export interface PolicyOfCalls extends SplitPolicy {
  readonly target: PolicyTarget;
  /** Where the calls were made. */
  readonly home: Home;
  /** Operations that the policy lacks because nobody knows their action: `s3 GetObject`; sorted. */
  readonly unmapped: readonly string[];
  /** The wildcards that no recorded resource had. */
  readonly generalisations: readonly Generalisation[];
  /** Where policy variables could stand for what is the caller's own. */
  readonly offers: readonly VariableOffer[];
}

/**
 * Returns the smallest policy for the recognised calls among these.
 * A call that was denied or failed counts like any other: the program asked for it.
 * @throws LeastgrantError E_INTERNAL where the policy would not allow one of them
 */
export function policyOfCalls(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
  settings: PolicySettings,
): PolicyOfCalls {
  const { target } = settings;
  const needs = createNeeds<RecognisedSessionCall>();
  const denied: DeniedAccess[] = [];
  const home = findHome(calls);
  const caller = { [accountVariable]: home.account ?? '', ...settings.caller };
  const facts = { services: servicesOf(calls), denied, caller };
  const { document, explanations, generalisations } = generatePolicy(
    permissionsOf(calls, catalog, needs, denied),
    narrowingOf(settings, facts, catalog),
  );
  const split = document === null ? nothing : splitPolicy({ document, explanations }, target);
  // The whole is asked, not its parts: those hold the same statements, and asking each of them for everything would
  // cost the square of the calls.
  expectAllowed(document === null ? [] : [document], needs, contextOf(caller));
  return {
    ...split,
    target,
    home,
    unmapped: findUnmappedOperations(calls, catalog),
    generalisations,
    offers: offerVariables(resourcesOf(document), caller),
  };
}

const nothing: SplitPolicy = { documents: [], sizes: [], warnings: [] };

function* servicesOf(calls: readonly SessionCall[]): Generator<string> {
  for (const call of calls) if (isRecognised(call)) yield call.service;
}

function contextOf(caller: Caller): Readonly<Record<string, readonly string[]>> {
  const known = Object.entries(caller).filter(([, value]) => value !== '');
  return Object.fromEntries(known.map(([variable, value]) => [variable, [value]]));
}

function resourcesOf(document: PolicyDocument | null): readonly string[] {
  return (document?.Statement ?? []).flatMap(({ Resource }) => Resource);
}

/** Notes on the way what each call needs, so that the policy can be held to it, and what was denied. */
function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
  needs: Needs<RecognisedSessionCall>,
  denied: DeniedAccess[],
): Generator<Permission> {
  for (const call of calls) {
    if (!isRecognised(call)) continue;
    for (const permission of authorize(call, catalog)) {
      needs.add(permission, call);
      if (call.outcome === 'denied') {
        for (const resource of permission.resources) {
          denied.push({ action: permission.action, resource });
        }
      }
      yield permission;
    }
  }
}
