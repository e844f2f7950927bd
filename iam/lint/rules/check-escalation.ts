import {
  type CompiledPolicy,
  type CompiledStatement,
  compilePolicy,
  matchesAction,
} from '../../evaluate/compile-policy.ts';
import { toRequestContext } from '../../evaluate/request-context.ts';
import type { Policy } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { type EscalationPath, escalationPaths } from '../tables/escalation-paths.ts';

/**
 * Finds the known paths to more permissions that a policy opens. A path that ends in resources with wildcards is a
 * warning; on resources named one by one it is a note, as it may be just what is meant.
 */
export const checkEscalation: LintRule = ({ policy }) =>
  findEscalations(policy).map(({ actions: _, ...finding }) => finding);

/** A path that a policy opens. */
export interface EscalationFinding extends StatementFinding {
  /** The actions that open it. */
  readonly actions: readonly string[];
}

/** Every action that opens a path by itself or with others. */
export const escalatingActions: ReadonlySet<string> = new Set(
  [...escalationPaths.flatMap(({ actions }) => actions), 'sts:AssumeRole'].map((action) =>
    action.toLowerCase(),
  ),
);

/** Returns the escalation paths that a policy opens, handing any role to a service, and assuming any role. */
export function findEscalations(policy: Policy): readonly EscalationFinding[] {
  const compiled = compilePolicy(policy);
  // Who may do everything needs no path.
  if (compiled.statements.some(allowsEverything)) return [];
  return [
    ...escalationPaths.flatMap((path) => findPath(path, compiled)),
    ...findAnyRole('iam:PassRole', passRole, compiled),
    ...findAnyRole('sts:AssumeRole', assumeRole, compiled),
  ];
}

function allowsEverything(statement: CompiledStatement): boolean {
  const { effect, resources, conditions } = statement.source;
  const isUnlimited = effect === 'Allow' && conditions.length === 0 && !resources.isNegated;
  return isUnlimited && resources.patterns.includes('*') && matchesAction(statement, 'iam:*');
}

const passRole = {
  code: 'pass-any-role',
  message: 'any role of the account may be handed to a service',
  because: 'name the roles, and the service in the condition key `iam:PassedToService`',
};

const assumeRole = {
  code: 'assume-any-role',
  message: 'any role that trusts the account may be assumed',
  because: 'name the roles (pathfinding.cloud, sts-001)',
};

interface Grant {
  /** The place of a statement that allows the action. */
  readonly where: string;
  /** True where one of its resources holds a wildcard. */
  readonly isWide: boolean;
  /** True where they take in every role of some account. */
  readonly isAnyRole: boolean;
}

function findPath(path: EscalationPath, policy: CompiledPolicy): readonly EscalationFinding[] {
  const grants = path.actions.map((action) => grantOf(action, policy, path.passedTo));
  const last = grants.at(-1);
  if (last === undefined || grants.includes(undefined)) return [];
  const isWide = grants.every((grant) => grant?.isWide === true);
  return [
    {
      level: isWide ? 'warning' : 'note',
      code: 'escalation',
      where: last.where,
      actions: path.actions,
      message: `${listActions(path.actions)} can be used to ${path.gain}`,
      because: `${path.source}; ${isWide ? 'name the resources, or deny it' : 'the resources are named: see that they are no more than needed'}`,
    },
  ];
}

function listActions([first, ...others]: readonly string[]): string {
  return others.length === 0 ? `${first}` : `${first} with ${others.join(' and ')}`;
}

function findAnyRole(
  action: string,
  finding: Pick<StatementFinding, 'code' | 'message' | 'because'>,
  policy: CompiledPolicy,
): readonly EscalationFinding[] {
  const grant = grantOf(action, policy);
  return grant?.isAnyRole === true
    ? [{ level: 'warning', where: grant.where, actions: [action], ...finding }]
    : [];
}

/**
 * Returns the widest grant of an action; undefined where nothing allows it, or a Deny takes all of it away. With
 * `passedTo`, statements that hand roles to other services only do not count.
 */
function grantOf(action: string, policy: CompiledPolicy, passedTo?: string): Grant | undefined {
  const about = policy.statements.filter(
    (statement) =>
      matchesAction(statement, action) &&
      (passedTo === undefined || canPassTo(statement, passedTo)),
  );
  const sources = about.map(({ source }) => source);
  const isDenied = sources.some(
    ({ effect, resources, conditions }) =>
      effect === 'Deny' &&
      conditions.length === 0 &&
      !resources.isNegated &&
      resources.patterns.includes('*'),
  );
  if (isDenied) return undefined;
  const grants = sources
    .filter(({ effect, resources }) => effect === 'Allow' && !isOwn(resources.patterns))
    .map(({ where, resources }) => ({
      where,
      isAnyRole: resources.isNegated || resources.patterns.some((one) => anyRole.test(one)),
      isWide:
        resources.isNegated || resources.patterns.some((one) => /[*?]/.test(withoutEscapes(one))),
    }));
  return (
    grants.find(({ isAnyRole }) => isAnyRole) ?? grants.find(({ isWide }) => isWide) ?? grants[0]
  );
}

/** Other conditions may hold: whether they do is not for a policy to say. */
function canPassTo({ conditions }: CompiledStatement, service: string): boolean {
  const context = toRequestContext({ 'iam:PassedToService': [service] });
  return conditions
    .filter(({ source }) => source.key.toLowerCase() === 'iam:passedtoservice')
    .every((condition) => condition.holds(context));
}

const anyRole = /^\*+$|^arn:[^/]*:(role\/)?\*+$/;

/** What users may do to themselves leads nowhere. */
function isOwn(resources: readonly string[]): boolean {
  return resources.every((resource) => /\/\$\{aws:username\}$/i.test(resource));
}

function withoutEscapes(resource: string): string {
  return resource.replaceAll(/\$\{[*?$]\}/g, '');
}
