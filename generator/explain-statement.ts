import type { Wildcard } from '../iam/permission.ts';
import { compareCodePoints, sortDistinct } from './code-point-order.ts';
import { hasWildcard } from './covering-patterns.ts';
import type { ActionReason, StatementExplanation } from './explanation.ts';
import type { StatementGrant } from './group-statements.ts';
import type { ActionGrants } from './merge-permissions.ts';

/** Returns the reasons behind one statement, each once and in a stable order. */
export function explainStatement(
  sid: string,
  { actions, resources }: StatementGrant,
  merged: ReadonlyMap<string, ActionGrants>,
): StatementExplanation {
  const grants = actions.flatMap((action) => merged.get(action) ?? []);
  return {
    sid,
    reasons: grants.flatMap(reasonsOf),
    wildcards: resources.filter(hasWildcard).flatMap((resource) => wildcardsOf(resource, grants)),
  };
}

function reasonsOf({ reasons }: ActionGrants): readonly ActionReason[] {
  const idOf = ({ because, confidence }: ActionReason) => `${confidence} ${because}`;
  return [...reasons.values()].sort((left, right) => compareCodePoints(idOf(left), idOf(right)));
}

function wildcardsOf(resource: string, grants: readonly ActionGrants[]): readonly Wildcard[] {
  const reasons = grants.flatMap(({ wildcards }) => [...(wildcards.get(resource) ?? [])]);
  return sortDistinct(reasons).map((reason) => ({ resource, reason }));
}
