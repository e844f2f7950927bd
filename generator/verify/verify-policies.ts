import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import { toRequestContext } from '../../iam/evaluate/request-context.ts';
import { hasWildcard } from '../covering-patterns.ts';
import { createElementUses } from './element-uses.ts';
import { findAllowedForm } from './find-allowed-form.ts';
import { type Excess, findExcess } from './find-excess.ts';
import { findNotAllowed, type NotAllowed } from './find-not-allowed.ts';
import { findRemovable, type RemovableElement } from './find-removable.ts';
import type { Need } from './needs.ts';
import { createPoliciesAbout } from './policies-about.ts';
import { requestsOfNeed } from './requests-of-need.ts';

/** How policies compare with what was recorded. */
export interface Verification<Subject> {
  /** True where all needs are met. */
  readonly ok: boolean;
  /** How many needs were looked at: distinct actions on distinct resources. */
  readonly needs: number;
  readonly notAllowed: readonly NotAllowed<Subject>[];
  readonly removable: readonly RemovableElement[];
  readonly excess: Excess;
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
  const notAllowed: NotAllowed<Subject>[] = [];
  const actions = new Set<string>();
  const wildcards = new Set<string>();
  let count = 0;
  for (const need of needs) {
    count += 1;
    actions.add(need.action.toLowerCase());
    if (hasWildcard(need.resource)) wildcards.add(need.resource);
    const about = policiesAbout(need.action);
    const forms = requestsOfNeed(need, common).map((request) => findAllowedForm(about, request));
    if (forms.includes(undefined)) {
      const failure = findNotAllowed(policies, need, common);
      if (failure !== undefined) notAllowed.push(failure);
      continue;
    }
    for (const form of forms) if (form !== undefined) uses.note(form);
  }
  return {
    ok: notAllowed.length === 0,
    needs: count,
    notAllowed,
    removable: findRemovable(uses.statements),
    excess: findExcess(uses.statements, actions, wildcards, catalog),
  };
}
