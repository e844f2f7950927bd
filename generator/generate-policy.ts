import type { Permission } from '../iam/permission.ts';
import type { PolicyDocument, PolicyStatement } from '../iam/policy.ts';
import { compareCodePoints } from './code-point-order.ts';
import { toConditionBlock } from './conditions.ts';
import { explainStatement } from './explain-statement.ts';
import type { StatementExplanation } from './explanation.ts';
import { groupStatements, type StatementGrant } from './group-statements.ts';
import { mergePermissions } from './merge-permissions.ts';
import { type GrantedResources, minimiseAction } from './minimise-action.ts';
import type { Generalisation } from './narrow/generalisation.ts';
import { narrowGrants } from './narrow/narrow-grants.ts';
import type { NarrowOptions } from './narrow/narrow-options.ts';
import { nameStatements } from './statement-ids.ts';

/** A policy, and why each of its statements is there. */
export interface GeneratedPolicy {
  /** Null where no permission was asked for: IAM knows no policy without statements. */
  readonly document: PolicyDocument | null;
  /** One for each statement, in the same order. */
  readonly explanations: readonly StatementExplanation[];
  /** The wildcards that no recorded resource had; empty where resources are written as recorded. */
  readonly generalisations: readonly Generalisation[];
}

/**
 * Returns the smallest policy that allows all of the permissions and, beyond what its generalisations cover, nothing
 * else. The same permissions in any order, once or many times, give the same policy.
 */
export function generatePolicy(
  permissions: Iterable<Permission>,
  options: NarrowOptions = { scope: 'exact', resourceTypes: [] },
): GeneratedPolicy {
  const narrowed = narrowGrants(mergePermissions(permissions), options);
  const merged = narrowed.grants;
  const granted = new Map(
    [...merged].map(([action, grants]) => [action, minimiseAction(grants)] as const),
  );
  const grants = groupStatements(granted);
  const names = nameStatements(grants);
  const statements = [...names].sort(([, left], [, right]) => compareCodePoints(left, right));
  return {
    document:
      statements.length === 0
        ? null
        : {
            Version: '2012-10-17',
            Statement: statements.map(([grant, sid]) => toStatement(sid, grant)),
          },
    explanations: statements.map(([grant, sid]) => explainStatement(sid, grant, merged)),
    generalisations: narrowed.generalisations.filter((one) => stands(one, granted)),
  };
}

/** A wildcard that another one covers is not in the policy. */
function stands(
  { action, resource }: Generalisation,
  granted: ReadonlyMap<string, readonly GrantedResources[]>,
): boolean {
  return granted.get(action)?.some(({ resources }) => resources.includes(resource)) ?? false;
}

function toStatement(sid: string, grant: StatementGrant): PolicyStatement {
  const statement = {
    Sid: sid,
    Effect: 'Allow',
    Action: grant.actions,
    Resource: grant.resources,
  } as const;
  return grant.conditions.terms.length === 0
    ? statement
    : { ...statement, Condition: toConditionBlock(grant.conditions) };
}
