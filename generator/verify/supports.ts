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
  const only = policy.statements.map(({ source: { actions, resources } }) => ({
    actions: new Uint8Array(actions.patterns.length),
    resources: new Uint8Array(resources.patterns.length),
  }));
  const choices = new Map<string, readonly Support[]>();
  const findWays = createWays(policy);
  return {
    only,
    choices,
    note(request) {
      const ways = findWays(request.action);
      if (markOnly(only, ways, request)) return true;
      let isAllowed = false;
      for (const supports of choicesOf(ways, request)) {
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
 * Marks what nearly every request has: one statement without conditions, by one of its actions and one of its resources.
 * Returns false, and marks nothing, for any other.
 */
function markOnly(
  only: readonly OnlySupports[],
  ways: readonly Way[],
  { resource, context }: RepresentativeRequest,
): boolean {
  const way = ways[0];
  if (way === undefined || ways.length > 1 || way.conditions !== '') return false;
  const places = way.statement.resources.findAll(resource, context);
  const action = way.actions[0];
  const place = places[0];
  const marks = only[way.place];
  if (action === undefined || place === undefined || marks === undefined) return false;
  if (way.actions.length > 1 || places.length > 1) return false;
  marks.actions[action] = 1;
  marks.resources[place] = 1;
  return true;
}

/** A statement that is about an action. */
interface Way {
  readonly statement: CompiledStatement;
  readonly place: number;
  /** The places of its actions that match. */
  readonly actions: readonly number[];
  /** Equal for equal conditions; empty for none. */
  readonly conditions: string;
}

/** Many requests ask for one action: what does not depend on the rest is found once. */
function createWays(policy: CompiledPolicy): (action: string) => readonly Way[] {
  const places = new Map(policy.statements.map((statement, at) => [statement, at]));
  const known = new Map<string, readonly Way[]>();
  return (action) => {
    const found = known.get(action);
    if (found !== undefined) return found;
    const ways = policy.statementsFor(action, 'Allow').map((statement) => ({
      statement,
      place: places.get(statement) ?? 0,
      actions: statement.actions.findAll(action.toLowerCase(), new Map()),
      conditions:
        statement.conditions.length === 0 ? '' : JSON.stringify(statement.source.conditions),
    }));
    known.set(action, ways);
    return ways;
  };
}

/**
 * A statement without conditions stands in for any other. Of those with conditions, only equal ones stand in for each
 * other: what else a recorded request would have met is not known.
 */
function choicesOf(
  ways: readonly Way[],
  { resource, context }: RepresentativeRequest,
): Iterable<readonly Support[]> {
  const always: Support[] = [];
  let conditional: Map<string, Support[]> | undefined;
  for (const { statement, place, actions, conditions } of ways) {
    if (findUnmetCondition(statement, context) !== undefined) continue;
    const resources = statement.resources.findAll(resource, context);
    if (resources.length === 0) continue;
    const supports = conditions === '' ? always : (conditional?.get(conditions) ?? []);
    if (conditions !== '') {
      conditional ??= new Map();
      conditional.set(conditions, supports);
    }
    for (const action of actions) {
      for (const one of resources) supports.push({ statement: place, action, resource: one });
    }
  }
  return always.length > 0 ? [always] : (conditional?.values() ?? []);
}
