import { arnOperators } from './arn-operators.ts';
import { binaryOperators } from './binary-operators.ts';
import { boolOperators } from './bool-operators.ts';
import type { ConditionOperator } from './condition-operator.ts';
import { dateOperators } from './date-operators.ts';
import { ipOperators } from './ip-operators.ts';
import { numericOperators } from './numeric-operators.ts';
import { stringOperators } from './string-operators.ts';

/** How several values of one key in the request are taken together. */
export type SetOperator = 'ForAllValues' | 'ForAnyValue';

/** An operator as it stands in a policy, taken apart. `Null` asks whether the key is there at all. */
export type OperatorUse =
  | { readonly kind: 'null'; readonly spelling: string }
  | {
      readonly kind: 'comparison';
      /** The whole name as AWS spells it. */
      readonly spelling: string;
      readonly operator: ConditionOperator;
      readonly set: SetOperator | undefined;
      /** True where a key that the request lacks meets the condition. */
      readonly ifExists: boolean;
    };

const operators: ReadonlyMap<string, ConditionOperator> = new Map(
  [
    ...stringOperators,
    ...numericOperators,
    ...dateOperators,
    ...boolOperators,
    ...binaryOperators,
    ...ipOperators,
    ...arnOperators,
  ].map((operator) => [operator.name.toLowerCase(), operator]),
);

const sets: Readonly<Record<string, SetOperator>> = {
  'forallvalues:': 'ForAllValues',
  'foranyvalue:': 'ForAnyValue',
};

/**
 * Finds a condition operator by its name in a policy: `ForAnyValue:StringLikeIfExists`. Undefined where AWS has none.
 * Another case is understood; whether AWS takes it is for the linter to doubt.
 */
export function findOperator(written: string): OperatorUse | undefined {
  const [, prefix, base = '', suffix] =
    /^(forallvalues:|foranyvalue:)?(.*?)(ifexists)?$/.exec(written.toLowerCase()) ?? [];
  const set = prefix === undefined ? undefined : sets[prefix];
  if (base === 'null' && suffix === undefined && set === undefined) {
    return { kind: 'null', spelling: 'Null' };
  }
  const operator = operators.get(base);
  if (operator === undefined) return undefined;
  const spelling = `${set === undefined ? '' : `${set}:`}${operator.name}${suffix === undefined ? '' : 'IfExists'}`;
  return { kind: 'comparison', spelling, operator, set, ifExists: suffix !== undefined };
}

/** Returns the names of all operators without prefix and suffix, to suggest one for a typo. */
export function operatorNames(): readonly string[] {
  return [...[...operators.values()].map(({ name }) => name), 'Null'];
}
