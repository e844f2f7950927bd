import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import { type RequestContext, toRequestContext } from '../../iam/evaluate/request-context.ts';
import { hasWildcard } from '../covering-patterns.ts';
import { createPossibleNeeds, type PossibleNeed } from './assumed-values.ts';
import { createElementUses } from './element-uses.ts';
import { findAllowedForm } from './find-allowed-form.ts';
import { type Excess, findExcess } from './find-excess.ts';
import { findNotAllowed, type NotAllowed } from './find-not-allowed.ts';
import { findRemovable, type RemovableElement } from './find-removable.ts';
import type { Need } from './needs.ts';
import { createPoliciesAbout } from './policies-about.ts';
import { type RepresentativeRequest, requestsOfNeed } from './requests-of-need.ts';

/** A condition key of which no recording has the values: they were taken to be what the policies ask for. */
export interface AssumedValues {
  readonly key: string;
  /** The actions that are allowed on this assumption, sorted. */
  readonly actions: readonly string[];
  /** How many needs are. */
  readonly needs: number;
}

/** How policies compare with what was recorded. */
export interface Verification<Subject> {
  /** True where all needs are met. */
  readonly ok: boolean;
  /** How many needs were looked at: distinct actions on distinct resources. */
  readonly needs: number;
  readonly notAllowed: readonly NotAllowed<Subject>[];
  readonly removable: readonly RemovableElement[];
  readonly excess: Excess;
  /** By key. */
  readonly assumed: readonly AssumedValues[];
}

/**
 * Compares policies, all of which are attached, with what must be allowed: whether they allow all of it, which of
 * their parts nothing needs, and what they allow besides.
 * `context` is what every request has: `{'aws:username': ['jane']}`. Takes time by the number of needs.
 */
export function verifyPolicies<Subject>(
  policies: readonly CompiledPolicy[],
  needs: Iterable<Need<Subject>>,
  catalog: CatalogSource,
  context: Readonly<Record<string, readonly string[]>> = {},
): Verification<Subject> {
  const common = toRequestContext(context);
  const uses = createElementUses(policies);
  const policiesAbout = createPoliciesAbout(policies);
  const possibleNeeds = createPossibleNeeds(policies, catalog);
  const assumed = collectAssumed();
  const notAllowed: NotAllowed<Subject>[] = [];
  const actions = new Set<string>();
  const wildcards = new Set<string>();
  let count = 0;
  for (const need of needs) {
    count += 1;
    actions.add(need.action.toLowerCase());
    if (hasWildcard(need.resource)) wildcards.add(need.resource);
    const possible = possibleNeeds(need);
    const allowed = findAllowed(possible, policiesAbout(need.action), common);
    if (allowed === undefined) {
      // What the last one is denied for has nothing to do with values that are not known.
      const failure = findNotAllowed(policies, possible.at(-1)?.need ?? need, common);
      if (failure !== undefined) notAllowed.push({ ...failure, conditions: need.conditions });
      continue;
    }
    assumed.add(allowed.assumed, need.action);
    for (const form of allowed.forms) uses.note(form);
  }
  return {
    ok: notAllowed.length === 0,
    needs: count,
    notAllowed,
    removable: findRemovable(uses.statements),
    excess: findExcess(uses.statements, actions, wildcards, catalog),
    assumed: assumed.list(),
  };
}

interface AllowedNeed {
  readonly forms: readonly RepresentativeRequest[];
  readonly assumed: readonly string[];
}

/** Returns the first of the possible needs of which all requests are allowed; undefined where there is none. */
function findAllowed(
  possible: readonly PossibleNeed<unknown>[],
  policies: readonly CompiledPolicy[],
  common: RequestContext,
): AllowedNeed | undefined {
  for (const { need, assumed } of possible) {
    const requests = requestsOfNeed(need, common);
    const forms = requests.flatMap((request) => findAllowedForm(policies, request) ?? []);
    if (forms.length === requests.length) return { forms, assumed };
  }
  return undefined;
}

function collectAssumed() {
  const found = new Map<string, { readonly actions: Set<string>; needs: number }>();
  return {
    add(keys: readonly string[], action: string): void {
      for (const key of keys) {
        const known = found.get(key) ?? { actions: new Set(), needs: 0 };
        found.set(key, known);
        known.actions.add(action);
        known.needs += 1;
      }
    },
    list: (): readonly AssumedValues[] =>
      [...found].map(([key, { actions, needs }]) => ({ key, actions: [...actions].sort(), needs })),
  };
}
