import {
  type CompiledPolicy,
  type CompiledStatement,
  findUnmetCondition,
} from '../../iam/evaluate/compile-policy.ts';
import { createPoliciesAbout } from './policies-about.ts';
import type { RepresentativeRequest } from './requests-of-need.ts';

/** What the requests so far have needed of one statement. */
export interface StatementUse {
  readonly policy: CompiledPolicy;
  readonly statement: CompiledStatement;
  /** True where some request is allowed by no other statement. */
  isNeeded: boolean;
  /** Places in `Action` without which some request would be denied. */
  readonly neededActions: Set<number>;
  readonly neededResources: Set<number>;
  /** Places in `Resource` that matched some request. */
  readonly usedResources: Set<number>;
}

/** Notes for each part of the policies whether any request needs it. */
export interface ElementUses {
  readonly statements: readonly StatementUse[];
  /** Notes what an allowed request needs. */
  note(request: RepresentativeRequest): void;
}

interface Allowing {
  readonly use: StatementUse;
  /** Empty where the statement says which actions it is not about. */
  readonly actions: readonly number[];
  readonly resources: readonly number[];
}

/**
 * Starts to note uses. A request needs a part where all that allows it goes through that part; so each request is
 * looked at once, and time grows with requests and matches, not with requests times parts.
 */
export function createElementUses(policies: readonly CompiledPolicy[]): ElementUses {
  const statements = policies.flatMap((policy) =>
    policy.statements.map((statement) => createUse(policy, statement)),
  );
  const policiesAbout = createPoliciesAbout(policies);
  const byStatement = new Map(statements.map((use) => [use.statement, use]));
  return {
    statements,
    note(request) {
      const allowing = policiesAbout(request.action).flatMap((policy) =>
        allowingOf(policy, request, byStatement),
      );
      for (const { use, resources } of allowing) {
        for (const place of resources) use.usedResources.add(place);
      }
      const [first, ...others] = allowing;
      if (first === undefined || others.length > 0) return;
      first.use.isNeeded = true;
      noteOnly(first.use.neededActions, first.actions);
      noteOnly(first.use.neededResources, first.resources);
    },
  };
}

function allowingOf(
  policy: CompiledPolicy,
  { action, resource, context }: RepresentativeRequest,
  byStatement: ReadonlyMap<CompiledStatement, StatementUse>,
): readonly Allowing[] {
  const allowing: Allowing[] = [];
  for (const statement of policy.statementsFor(action, 'Allow')) {
    const use = byStatement.get(statement);
    if (use === undefined || findUnmetCondition(statement, context) !== undefined) continue;
    const { source, actions } = statement;
    const resources = statement.resources.findAll(resource, context);
    if (resources.length > 0 === source.resources.isNegated) continue;
    const named = source.actions.isNegated ? [] : actions.findAll(action.toLowerCase(), context);
    allowing.push({ use, actions: named, resources });
  }
  return allowing;
}

/** Of several places that match, none is needed for itself. */
function noteOnly(needed: Set<number>, places: readonly number[]): void {
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0) needed.add(only);
}

function createUse(policy: CompiledPolicy, statement: CompiledStatement): StatementUse {
  return {
    policy,
    statement,
    isNeeded: false,
    neededActions: new Set(),
    neededResources: new Set(),
    usedResources: new Set(),
  };
}
