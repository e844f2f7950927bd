import { sortDistinct } from './code-point-order.ts';
import { impliesConditions, type NormalConditions, ofTerms } from './conditions.ts';
import { type CoveringPatterns, indexPatterns } from './covering-patterns.ts';
import { foldConditions } from './fold-conditions.ts';
import type { ActionGrants } from './merge-permissions.ts';

/** The resources on which an action is granted under the same conditions: sorted, none covered by another. */
export interface GrantedResources {
  readonly conditions: NormalConditions;
  readonly resources: readonly string[];
}

/**
 * Returns what one action needs, without the parts that others of its parts already grant.
 * It grants what was asked for, and nothing else; no resource of it can be left out.
 */
export function minimiseAction(grants: ActionGrants): readonly GrantedResources[] {
  const always = dropCovered(grants.always, [indexPatterns(grants.always)]);
  const granted = always.length === 0 ? [] : [{ conditions: ofTerms([]), resources: always }];
  return grants.conditional.size === 0
    ? granted
    : [...granted, ...minimiseConditional(grants, indexPatterns(always))];
}

function minimiseConditional(
  grants: ActionGrants,
  always: CoveringPatterns | undefined,
): readonly GrantedResources[] {
  const groups = new Map<string, { conditions: NormalConditions; resources: string[] }>();
  for (const [resource, conditions] of grants.conditional) {
    if (grants.always.has(resource) || always?.covers(resource)) continue;
    for (const block of foldConditions([...conditions.values()])) {
      const group = groups.get(block.id);
      if (group === undefined) groups.set(block.id, { conditions: block, resources: [resource] });
      else group.resources.push(resource);
    }
  }
  return dropCoveredByLooser([...groups.values()]);
}

/** A pattern under looser conditions grants what it matches under stricter ones as well. */
function dropCoveredByLooser(groups: readonly GrantedResources[]): readonly GrantedResources[] {
  const indexed = groups.flatMap(({ conditions, resources }) => {
    const patterns = indexPatterns(resources);
    return patterns === undefined ? [] : [{ conditions, patterns }];
  });
  return groups
    .map(({ conditions, resources }) => {
      const looser = indexed.filter((other) => impliesConditions(conditions, other.conditions));
      return {
        conditions,
        resources: dropCovered(
          resources,
          looser.map(({ patterns }) => patterns),
        ),
      };
    })
    .filter(({ resources }) => resources.length > 0);
}

function dropCovered(
  resources: Iterable<string>,
  indexes: readonly (CoveringPatterns | undefined)[],
): readonly string[] {
  const patterns = indexes.filter((index) => index !== undefined);
  const kept =
    patterns.length === 0
      ? resources
      : [...resources].filter((resource) => !patterns.some((index) => index.covers(resource)));
  return sortDistinct(kept);
}
