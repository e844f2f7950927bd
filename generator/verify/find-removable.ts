import type { PatternList } from '../../iam/policy-document/policy-document.ts';
import type { StatementUse } from './element-uses.ts';

/** A part of a policy without which every recorded call would still be allowed. */
export interface RemovableElement {
  readonly policy: string;
  /** `Statement[2]`, `Statement[2].Action[0]`, `Statement[2].Resource[5]`. */
  readonly where: string;
  readonly kind: 'statement' | 'action' | 'resource';
  /** The Sid or place of a statement, an action, a resource. */
  readonly element: string;
}

/**
 * Returns the parts of Allow statements of which each alone could go; of a removable statement, not its parts.
 * Two of them may stand in for each other, so that only one of the two can go.
 */
export function findRemovable(uses: readonly StatementUse[]): readonly RemovableElement[] {
  return uses
    .filter(({ statement }) => statement.source.effect === 'Allow')
    .flatMap((use): readonly RemovableElement[] => {
      const { where, sid, actions, resources } = use.statement.source;
      const policy = use.policy.name;
      if (!use.isNeeded) return [{ policy, where, kind: 'statement', element: sid ?? where }];
      return [
        ...unneeded(actions, use.neededActions).map((one) => ({
          ...one,
          element: 'Action' as const,
        })),
        ...unneeded(resources, use.neededResources).map((one) => ({
          ...one,
          element: 'Resource' as const,
        })),
      ].map(({ at, pattern, element }) => ({
        policy,
        where: `${where}.${element}[${at}]`,
        kind: element === 'Action' ? 'action' : 'resource',
        element: pattern,
      }));
    });
}

/** What stands in `NotAction` and `NotResource` grants nothing by itself. */
function unneeded({ isNegated, patterns }: PatternList, needed: ReadonlySet<number>) {
  if (isNegated) return [];
  return patterns.map((pattern, at) => ({ at, pattern })).filter(({ at }) => !needed.has(at));
}
