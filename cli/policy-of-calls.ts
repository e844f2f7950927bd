import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { findHome, type Home } from '../generator/find-home.ts';
import { generatePolicy } from '../generator/generate-policy.ts';
import { findCaller } from '../generator/narrow/find-caller.ts';
import type { DeniedAccess } from '../generator/narrow/find-denied.ts';
import type { Generalisation } from '../generator/narrow/generalisation.ts';
import { offerVariables, type VariableOffer } from '../generator/narrow/offer-variables.ts';
import type { RunValue } from '../generator/narrow/run-value.ts';
import type { Caller } from '../generator/narrow/user-pattern.ts';
import type { ExplainedDocument } from '../generator/render/policy-export.ts';
import { shortenActions } from '../generator/shorten/shorten-actions.ts';
import type { PolicyTarget } from '../generator/split/policy-limits.ts';
import { type SplitPolicy, splitPolicy } from '../generator/split/split-policy.ts';
import { createNeeds, type Needs } from '../generator/verify/needs.ts';
import { authorize, authorizeHidden } from '../iam/authorize/authorize.ts';
import { type ConditionChoice, everyCondition } from '../iam/authorize/condition-choice.ts';
import { findUntold } from '../iam/authorize/find-untold.ts';
import type { Permission } from '../iam/permission.ts';
import type { PolicyDocument } from '../iam/policy.ts';
import { actionsOfPrefix } from '../iam/reference/known-action.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../sessions/session-call.ts';
import {
  type AvailableCondition,
  type AvailableConditions,
  collectAvailable,
} from './available-conditions.ts';
import { conditionChoiceOf } from './condition-options.ts';
import { type CallFilter, createCallFilter, type IgnoredCalls } from './config/ignored-calls.ts';
import type { Settings } from './config/settings.ts';
import { deniedAccesses } from './denied-accesses.ts';
import { findRecordedFaults } from './find-recorded-faults.ts';
import { findGivenConditions, type GivenCondition } from './given-conditions.ts';
import {
  collectHidden,
  type HiddenPermissions,
  type HiddenPolicy,
  hiddenPolicyOf,
} from './hidden-policy.ts';
import { narrowingOf } from './narrow-recording.ts';
import { proveGenerated } from './prove-generated.ts';
import { findUnmappedOperations } from './unmapped-operations.ts';

/** How a policy is to be made. */
export interface PolicySettings extends Settings {
  readonly target: PolicyTarget;
  /** What belongs to one of the recorded runs in the names that the calls have. */
  readonly runValues?: readonly RunValue[];
}

/** The policy of some calls; without documents where no call needs a permission. */
export interface PolicyOfCalls extends SplitPolicy {
  readonly target: PolicyTarget;
  /** Where the calls were made. */
  readonly home: Home;
  /** The condition keys that every call had: what is known of the caller. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Operations that the policy lacks because nobody knows their action: `s3 GetObject`; sorted. */
  readonly unmapped: readonly string[];
  /** What recorded calls named and IAM refuses in a policy: one sentence each. */
  readonly faults: readonly string[];
  /** The wildcards that no recorded resource had. */
  readonly generalisations: readonly Generalisation[];
  /** What was left out of the policy on demand: one for each rule, whether it applied or not. */
  readonly ignored: readonly IgnoredCalls[];
  /** Where policy variables could stand for what is the caller's own. */
  readonly offers: readonly VariableOffer[];
  /** The conditions that hold for the calls too, but are not written; by key. */
  readonly available: readonly AvailableCondition[];
  /** What is held to values that the user gave. */
  readonly given: readonly GivenCondition[];
  /** What services may do for the caller unseen, where the policy does not allow it. */
  readonly hidden: HiddenPolicy;
  /** Operations that set off what takes permissions which nobody can tell from the call: `athena StartQueryExecution`. */
  readonly untold: readonly string[];
  /** The recorded resources that are in another account than their caller; sorted. */
  readonly crossAccount: readonly string[];
}

/**
 * Returns the smallest policy for the recognised calls among these.
 * A call that was denied or failed counts like any other: the program asked for it.
 * @throws LeastgrantError E_INTERNAL where the policy would not allow one of them, or would be none that IAM takes
 */
export function policyOfCalls(
  session: readonly SessionCall[],
  catalog: CatalogSource,
  settings: PolicySettings,
): PolicyOfCalls {
  const { target, includeHidden = false, runValues = [] } = settings;
  const choice = conditionChoiceOf(settings);
  const filter = createCallFilter(settings.ignore ?? []);
  const calls = filter.keep(session);
  const recorded: RecordedNeeds = {
    needs: createNeeds<RecognisedSessionCall>(),
    denied: [],
    available: collectAvailable(),
    hidden: collectHidden(),
    untold: new Set(),
    foreign: new Set(),
  };
  const home = findHome(calls);
  const caller = { ...findCaller(calls, home.account), ...settings.caller };
  const facts = { services: servicesOf(calls), denied: recorded.denied, caller, runValues };
  const narrowing = narrowingOf(settings, facts, catalog);
  const { document, explanations, generalisations } = generatePolicy(
    permissionsOf(calls, catalog, { choice, includeHidden, filter }, recorded),
    narrowing,
  );
  // The whole is asked, not its parts: those hold the same statements, and asking each of them for everything would
  // cost the square of the calls.
  const context = contextOf(caller);
  const proven = proveGenerated(
    { document: document ?? emptyDocument, explanations },
    recorded.needs,
    context,
  );
  const split = splitGenerated(
    settings.shortenActions === true
      ? proveGenerated(shorten(proven, catalog), recorded.needs, context)
      : proven,
    target,
  );
  return {
    ...split,
    target,
    home,
    context,
    unmapped: findUnmappedOperations(calls, catalog),
    faults: findRecordedFaults(split.documents, catalog),
    generalisations: generalisations.filter((one) => stands(one, proven.document)),
    ignored: filter.ignored(),
    offers: offerVariables(resourcesOf(proven.document), caller),
    available: recorded.available.list(),
    given: findGivenConditions(
      split.documents.flatMap(({ document: { Statement } }) => Statement),
      choice,
    ),
    hidden: hiddenPolicyOf(recorded.hidden.list(), document, narrowing),
    untold: [...recorded.untold].sort(),
    crossAccount: [...recorded.foreign].sort(),
  };
}

const emptyDocument: PolicyDocument = { Version: '2012-10-17', Statement: [] };

/** IAM takes no document without statements. */
function splitGenerated(policy: ExplainedDocument, target: PolicyTarget): SplitPolicy {
  return policy.document.Statement.length === 0
    ? { documents: [], sizes: [], warnings: [] }
    : splitPolicy(policy, target);
}

function shorten(policy: ExplainedDocument, catalog: CatalogSource): ExplainedDocument {
  return shortenActions(policy, (prefix) =>
    actionsOfPrefix(prefix, catalog).map(({ name }) => name),
  );
}

/** A wildcard that turned out to be needed by no call is not in the policy. */
function stands({ action, resource }: Generalisation, { Statement }: PolicyDocument): boolean {
  return Statement.some(
    ({ Action, Resource }) => Action.includes(action) && Resource.includes(resource),
  );
}

function* servicesOf(calls: readonly SessionCall[]): Generator<string> {
  for (const call of calls) if (isRecognised(call)) yield call.service;
}

function contextOf(caller: Caller): Readonly<Record<string, readonly string[]>> {
  const known = Object.entries(caller).filter(([, value]) => value !== '');
  return Object.fromEntries(known.map(([variable, value]) => [variable, [value]]));
}

function resourcesOf({ Statement }: PolicyDocument): readonly string[] {
  return Statement.flatMap(({ Resource }) => Resource);
}

/** What is noted of the calls on the way to their policy. */
interface RecordedNeeds {
  readonly needs: Needs<RecognisedSessionCall>;
  readonly denied: DeniedAccess[];
  readonly available: AvailableConditions;
  readonly hidden: HiddenPermissions;
  readonly untold: Set<string>;
  readonly foreign: Set<string>;
}

interface PermissionSettings {
  readonly choice: ConditionChoice;
  readonly includeHidden: boolean;
  readonly filter: CallFilter;
}

/** Notes on the way what each call needs, so that the policy can be held to it, what was denied, and what is left out. */
function* permissionsOf(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
  { choice, includeHidden, filter }: PermissionSettings,
  recorded: RecordedNeeds,
): Generator<Permission> {
  for (const call of calls) {
    if (!isRecognised(call)) continue;
    const permissions = filter.keepPermissions(call, authorize(call, catalog, choice));
    const full = inFull(permissions, call, catalog, choice);
    for (const permission of filter.keepPermissions(call, full)) {
      recorded.needs.add(permission, call);
    }
    if (call.outcome === 'denied') {
      for (const access of deniedAccesses(call, catalog)) recorded.denied.push(access);
    }
    for (const permission of permissions) {
      recorded.available.add(permission);
      noteForeign(permission, recorded.foreign);
      yield permission;
    }
    if (findUntold(call) !== undefined) recorded.untold.add(`${call.service} ${call.operation}`);
    const hidden = filter.keepPermissions(call, authorizeHidden(call, catalog, choice));
    for (const permission of hidden) {
      if (!includeHidden) recorded.hidden.add(permission);
      else {
        recorded.needs.add(permission, call);
        yield permission;
      }
    }
  }
}

/** A request has all that a condition could ask for, whether or not the policy asks for it. */
function inFull(
  permissions: readonly Permission[],
  call: RecognisedSessionCall,
  catalog: CatalogSource,
  { given }: ConditionChoice,
): readonly Permission[] {
  return permissions.some(({ available }) => available !== undefined)
    ? authorize(call, catalog, { ...everyCondition, given })
    : permissions;
}

function noteForeign({ crossAccount, resources }: Permission, foreign: Set<string>): void {
  for (const account of crossAccount ?? []) {
    for (const resource of resources) if (resource.includes(`:${account}:`)) foreign.add(resource);
  }
}
