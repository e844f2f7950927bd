import {
  type CompiledPolicy,
  type CompiledStatement,
  findUnmetCondition,
} from '../../iam/evaluate/compile-policy.ts';
import type { RepresentativeRequest } from './requests-of-need.ts';

/** One way in which a policy allows a request: by an action and a resource of a statement, each by its place. */
export interface Support {
  readonly statement: number;
  readonly action: number;
  readonly resource: number;
}

/** Which elements of a statement some request has as its only support: 1 at their places. */
export interface OnlySupports {
  readonly actions: Uint8Array;
  readonly resources: Uint8Array;
}

/** The ways in which a policy allows what was noted. */
export interface Supports {
  /** Returns false where the policy does not allow the request. */
  note(request: RepresentativeRequest): boolean;
  /** By statement. */
  readonly only: readonly OnlySupports[];
  /** Where there are several ways: the supports of which one must stay, each list once. */
  readonly choices: ReadonlyMap<string, readonly Support[]>;
}

/**
 * Starts to note how the Allow statements of a policy support requests. Memory grows with the policy, not with the
 * requests.
 */
export function createSupports(policy: CompiledPolicy): Supports {
  const places = new Map(policy.statements.map((statement, at) => [statement, at]));
  const only = policy.statements.map(({ source: { actions, resources } }) => ({
    actions: new Uint8Array(actions.patterns.length),
    resources: new Uint8Array(resources.patterns.length),
  }));
  const choices = new Map<string, readonly Support[]>();
  return {
    only,
    choices,
    note(request) {
      let isAllowed = false;
      for (const supports of choicesOf(policy, request, places)) {
        const [first] = supports;
        if (first === undefined) continue;
        isAllowed = true;
        const marks = only[first.statement];
        if (supports.length === 1 && marks !== undefined) {
          marks.actions[first.action] = 1;
          marks.resources[first.resource] = 1;
          continue;
        }
        const id = supports.map((one) => `${one.statement} ${one.action} ${one.resource}`).join();
        if (!choices.has(id)) choices.set(id, supports);
      }
      return isAllowed;
    },
  };
}

/**
 * A statement without conditions stands in for any other. Of those with conditions, only equal ones stand in for each
 * other: what else a recorded request would have met is not known.
 */
function choicesOf(
  policy: CompiledPolicy,
  { action, resource, context }: RepresentativeRequest,
  places: ReadonlyMap<CompiledStatement, number>,
): Iterable<readonly Support[]> {
  const always: Support[] = [];
  const conditional = new Map<string, Support[]>();
  for (const statement of policy.statementsFor(action, 'Allow')) {
    if (findUnmetCondition(statement, context) !== undefined) continue;
    const resources = statement.resources.findAll(resource, context);
    if (resources.length === 0) continue;
    const { conditions } = statement.source;
    const id = conditions.length === 0 ? undefined : JSON.stringify(conditions);
    const supports = id === undefined ? always : (conditional.get(id) ?? []);
    if (id !== undefined) conditional.set(id, supports);
    for (const one of statement.actions.findAll(action.toLowerCase(), context)) {
      for (const other of resources) {
        supports.push({ statement: places.get(statement) ?? 0, action: one, resource: other });
      }
    }
  }
  return always.length > 0 ? [always] : conditional.values();
}
