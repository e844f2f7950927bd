import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { Statement } from '../../iam/policy-document/policy-document.ts';
import { accessLevels } from '../../iam/reference/access-level.ts';
import { expandActions } from '../../iam/reference/expand-actions.ts';
import type { KnownAction } from '../../iam/reference/known-action.ts';
import { fitsAction } from '../../iam/reference/resource-shape.ts';
import { compareCodePoints } from '../code-point-order.ts';
import { hasWildcard } from '../covering-patterns.ts';
import type { StatementUse } from './element-uses.ts';

/** Actions that the policies allow on some resource and that no recorded call used. */
export interface ExcessActions {
  readonly level: string;
  /** Sorted: `s3:DeleteObject`. */
  readonly actions: readonly string[];
}

/** A resource of a policy that allows more than was recorded. */
export interface ExcessResource {
  readonly policy: string;
  /** `Statement[2].Resource[5]`. */
  readonly where: string;
  readonly resource: string;
  /** `unused`: no recorded call used it; `wider`: it has a wildcard that matches more than the recorded resources. */
  readonly kind: 'unused' | 'wider';
  /** The levels of the statement's actions, in the order of `accessLevels`. */
  readonly levels: readonly string[];
}

/** What policies allow beyond what was recorded. */
export interface Excess {
  /** One for each level that has any, in the order of `accessLevels`. */
  readonly actions: readonly ExcessActions[];
  readonly resources: readonly ExcessResource[];
}

/** Returns what policies allow that was not recorded. `recordedActions` are in lower case. */
export function findExcess(
  uses: readonly StatementUse[],
  recordedActions: ReadonlySet<string>,
  recordedWildcards: ReadonlySet<string>,
  catalog: CatalogSource,
): Excess {
  const statements = uses.map(({ statement }) => statement.source);
  const denied = new Set(
    statements
      .filter(deniesEverywhere)
      .flatMap((one) => namesOf(expandActions(one.actions, catalog))),
  );
  const allowing = uses.filter(({ statement }) => statement.source.effect === 'Allow');
  const unused = new Map<string, KnownAction>();
  const resources: ExcessResource[] = [];
  for (const use of allowing) {
    const { source } = use.statement;
    const actions = expandActions(source.actions, catalog);
    for (const action of actions) {
      const isUsed = recordedActions.has(action.name.toLowerCase());
      if (!isUsed && !denied.has(action.name) && isApplicable(action, source)) {
        unused.set(action.name, action);
      }
    }
    resources.push(...resourcesOf(use, levelsOf(actions), recordedWildcards));
  }
  return { actions: byLevel([...unused.values()]), resources };
}

function deniesEverywhere({ effect, resources, conditions }: Statement): boolean {
  const isEverywhere = !resources.isNegated && resources.patterns.includes('*');
  return effect === 'Deny' && isEverywhere && conditions.length === 0;
}

function isApplicable(action: KnownAction, { resources }: Statement): boolean {
  if (resources.isNegated) return true;
  return resources.patterns.some((resource) => fitsAction(resource, action));
}

function resourcesOf(
  { policy, statement, usedResources }: StatementUse,
  levels: readonly string[],
  recordedWildcards: ReadonlySet<string>,
): readonly ExcessResource[] {
  const { where, resources } = statement.source;
  if (resources.isNegated) return [];
  return resources.patterns.flatMap((resource, at): readonly ExcessResource[] => {
    const isUsed = usedResources.has(at);
    if (isUsed && (!hasWildcard(resource) || recordedWildcards.has(resource))) return [];
    const kind = isUsed ? 'wider' : 'unused';
    return [{ policy: policy.name, where: `${where}.Resource[${at}]`, resource, kind, levels }];
  });
}

function byLevel(actions: readonly KnownAction[]): readonly ExcessActions[] {
  return levelsOf(actions).map((level) => ({
    level,
    actions: namesOf(actions.filter(({ entry }) => entry.level === level)).sort(compareCodePoints),
  }));
}

function levelsOf(actions: readonly KnownAction[]): readonly string[] {
  const present = new Set(actions.map(({ entry }) => entry.level));
  const known = accessLevels.filter((level) => present.has(level));
  return [...known, ...[...present].filter((level) => !known.some((one) => one === level)).sort()];
}

function namesOf(actions: readonly KnownAction[]): string[] {
  return actions.map(({ name }) => name);
}
