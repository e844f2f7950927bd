import { compareCodePoints } from '../code-point-order.ts';
import { type NormalConditions, ofTerms } from '../conditions.ts';
import { hasWildcard } from '../covering-patterns.ts';
import type { ActionGrants } from '../merge-permissions.ts';
import { createMask, type Mask } from './create-mask.ts';
import { indexDenied } from './find-denied.ts';
import { type Generalisation, reasonOf } from './generalisation.ts';
import { findMadeResources } from './made-resources.ts';
import { narrowConditions } from './narrow-conditions.ts';
import type { NarrowOptions } from './narrow-options.ts';
import { narrowResources, type ResourceGroup } from './narrow-resources.ts';
import { indexResourceTypes } from './resource-types.ts';

/** What is granted, with wildcards where recorded resources vary. */
export interface NarrowedGrants {
  readonly grants: ReadonlyMap<string, ActionGrants>;
  /** One for each wildcard that no recorded resource had, by action, then by resource. */
  readonly generalisations: readonly Generalisation[];
}

interface ActionGroup extends ResourceGroup {
  readonly action: string;
  readonly conditions: NormalConditions;
}

/**
 * Generalises what is granted: each recorded resource is granted still, by itself or by a wildcard with a reason.
 * The order of what was recorded makes no difference, and neither does narrowing a second time.
 */
export function narrowGrants(
  merged: ReadonlyMap<string, ActionGrants>,
  options: NarrowOptions,
): NarrowedGrants {
  const isExact =
    options.scope === 'exact' && !options.patterns?.length && !options.anyFields?.length;
  if (isExact) return { grants: merged, generalisations: [] };
  const mask = createMask(options.runValues ?? []);
  const types = indexResourceTypes(options.resourceTypes);
  const groups = [...merged.values()].flatMap((grants) => groupsOf(grants, options, mask));
  const narrowed = narrowResources(groups, {
    ...options,
    mask,
    types,
    made: findMadeResources(merged, types),
  });
  const denied = indexDenied(options.denied ?? []);
  const grants = new Map<string, ActionGrants>();
  const generalisations = new Map<string, Generalisation>();
  for (const [at, group] of groups.entries()) {
    const { action, conditions } = group;
    const recorded = merged.get(action);
    if (recorded === undefined) continue;
    const result = grants.get(action) ?? withoutResources(recorded);
    grants.set(action, result);
    for (const { resource, rules, recorded: count, examples } of narrowed[at] ?? []) {
      addResource(result, resource, conditions);
      if (rules.length === 0) continue;
      const generalisation = {
        action,
        resource,
        rules,
        recorded: count,
        examples,
        denied: denied.matchedBy(action, resource),
      };
      generalisations.set(`${action} ${resource}`, generalisation);
      explain(result, generalisation, recorded);
    }
  }
  return {
    grants,
    generalisations: [...generalisations]
      .sort(([left], [right]) => compareCodePoints(left, right))
      .map(([, generalisation]) => generalisation),
  };
}

/** The resources of an action by the conditions that they were asked for under. */
function groupsOf(
  grants: ActionGrants,
  { scope }: NarrowOptions,
  mask: Mask,
): readonly ActionGroup[] {
  const { action } = grants;
  const groups = new Map<string, { conditions: NormalConditions; resources: Set<string> }>();
  if (grants.always.size > 0) {
    const conditions = ofTerms([]);
    groups.set(conditions.id, { conditions, resources: grants.always });
  }
  for (const [resource, blocks] of grants.conditional) {
    for (const block of blocks.values()) {
      const conditions = scope === 'exact' ? block : narrowConditions(block, mask);
      const group = groups.get(conditions.id);
      if (group === undefined) {
        groups.set(conditions.id, { conditions, resources: new Set([resource]) });
      } else group.resources.add(resource);
    }
  }
  return [...groups.values()].map((group) => ({ action, ...group }));
}

function addResource(grants: ActionGrants, resource: string, conditions: NormalConditions): void {
  if (conditions.terms.length === 0) {
    grants.always.add(resource);
    return;
  }
  const known = grants.conditional.get(resource);
  if (known === undefined) grants.conditional.set(resource, new Map([[conditions.id, conditions]]));
  else known.set(conditions.id, conditions);
}

/** Adds the reason of a wildcard, and the reasons of those that were recorded in it. */
function explain(
  { wildcards }: ActionGrants,
  generalisation: Generalisation,
  recorded: ActionGrants,
): void {
  const reasons = wildcards.get(generalisation.resource) ?? new Set();
  wildcards.set(generalisation.resource, reasons);
  reasons.add(reasonOf(generalisation));
  for (const example of generalisation.examples.filter(hasWildcard)) {
    for (const reason of recorded.wildcards.get(example) ?? []) reasons.add(reason);
  }
}

function withoutResources(grants: ActionGrants): ActionGrants {
  return {
    ...grants,
    always: new Set(),
    conditional: new Map(),
    wildcards: new Map(
      [...grants.wildcards].map(([resource, reasons]) => [resource, new Set(reasons)]),
    ),
  };
}
