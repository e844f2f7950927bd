import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { conditionKinds } from '../../iam/authorize/condition-kinds.ts';
import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import { findOperator } from '../../iam/evaluate/operators/find-operator.ts';
import type { Conditions } from '../../iam/permission.ts';
import type { Statement } from '../../iam/policy-document/policy-document.ts';
import { actionsWithKey } from '../../iam/reference/actions-with-key.ts';
import type { Need } from './needs.ts';

/** A need with what its requests may have held in keys that no recording has the values of. */
export interface PossibleNeed<Subject> {
  readonly need: Need<Subject>;
  /** The keys whose values are taken to be what a policy asks for. Empty where any values would do. */
  readonly assumed: readonly string[];
}

/**
 * Returns what lists the values that the requests of a need may have held in keys that no recording has: any values first,
 * then for each statement about the action those that it lets through. The need itself where no policy asks for such a key
 * of an action whose requests carry it.
 */
export function createPossibleNeeds(
  policies: readonly CompiledPolicy[],
  catalog: CatalogSource,
): <Subject>(need: Need<Subject>) => readonly PossibleNeed<Subject>[] {
  const known = new Map<string, readonly PossibleValues[]>();
  return (need) => {
    const values = known.get(need.action) ?? possibleValues(need.action, policies, catalog);
    known.set(need.action, values);
    if (values.length === 0) return [{ need, assumed: [] }];
    return values.map(({ block, assumed }) => ({
      need: { ...need, conditions: withBlock(need.conditions, block) },
      assumed,
    }));
  };
}

interface PossibleValues {
  readonly block: Conditions;
  readonly assumed: readonly string[];
}

function possibleValues(
  action: string,
  policies: readonly CompiledPolicy[],
  catalog: CatalogSource,
): readonly PossibleValues[] {
  const statements = policies
    .flatMap((one) => [...one.statementsFor(action, 'Allow'), ...one.statementsFor(action, 'Deny')])
    .map(({ source }) => source);
  const carried = conditionKinds.flatMap(({ key, use }) => {
    const isCarried = use === 'given' && actionsWithKey(key, catalog).has(action);
    return isCarried && statements.some((one) => conditionsOn(key, one).length > 0) ? [key] : [];
  });
  if (carried.length === 0) return [];
  const passing = statements.map((one) => passingOf(one, carried));
  const distinct = new Map(passing.map((one) => [JSON.stringify(one.block), one]));
  return [
    { block: anyOf(carried), assumed: [] },
    ...[...distinct.values()].filter(({ assumed }) => assumed.length > 0),
  ];
}

/** What an Allow asks for, or what a Deny spares: one that holds for all but some values. */
function passingOf(statement: Statement, carried: readonly string[]): PossibleValues {
  let block: Conditions = {};
  const assumed = carried.filter((key) => {
    const asked = conditionsOn(key, statement).flatMap(({ operator, values }) => {
      const passing = passingOperator(operator, statement.effect);
      return passing === undefined ? [] : [{ [passing]: { [key]: values } }];
    });
    for (const one of asked) block = withBlock(block, one);
    return asked.length > 0;
  });
  return {
    block: withBlock(block, anyOf(carried.filter((key) => !assumed.includes(key)))),
    assumed,
  };
}

/** The operator that the values meet which a statement lets through: the key is there, so nothing depends on `IfExists`. */
function passingOperator(written: string, effect: Statement['effect']): string | undefined {
  const spelling = findOperator(written)?.spelling.replace(/IfExists$/, '');
  if (effect === 'Allow') return spelling;
  return spelling?.includes('Not') ? spelling.replace('Not', '') : undefined;
}

function conditionsOn(key: string, { conditions }: Statement): Statement['conditions'] {
  return conditions.filter((one) => one.key.toLowerCase() === key.toLowerCase());
}

function anyOf(keys: readonly string[]): Conditions {
  return keys.length === 0
    ? {}
    : { StringLike: Object.fromEntries(keys.map((key) => [key, ['*']])) };
}

function withBlock(conditions: Conditions, block: Conditions): Conditions {
  const merged: Record<string, Conditions[string]> = { ...conditions };
  for (const [operator, keys] of Object.entries(block)) {
    merged[operator] = { ...merged[operator], ...keys };
  }
  return merged;
}
