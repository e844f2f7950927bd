import { conditionsOf } from '../generator/render/policy-export.ts';
import { standsForAction } from '../generator/shorten/stands-for-action.ts';
import { actionsPastKey } from '../iam/authorize/actions-past-key.ts';
import type { ConditionChoice } from '../iam/authorize/condition-choice.ts';
import type { PolicyStatement } from '../iam/policy.ts';
import { listNames } from './describe-calls.ts';

/** What a policy holds to values that the user gave, because no recording has them. */
export interface GivenCondition {
  readonly key: string;
  /** The actions of the policy that are held, sorted; empty where none carries the key. */
  readonly held: readonly string[];
  /** Those that reach the same and carry no such key, sorted. */
  readonly past: readonly string[];
}

/** Returns what the statements of a policy hold to given values: one for each key that values were given of. */
export function findGivenConditions(
  statements: readonly PolicyStatement[],
  { given }: ConditionChoice,
): readonly GivenCondition[] {
  return [...given.keys()].sort().map((key) => {
    const holding = statements.filter((one) => conditionsOf(one).some((each) => each.key === key));
    const past = (actionsPastKey[key] ?? []).filter((action) =>
      statements.some(({ Action }) => Action.some((one) => standsForAction(one, action))),
    );
    return { key, held: [...new Set(holding.flatMap(({ Action }) => Action))].sort(), past };
  });
}

/** Returns what is to be said of given values: the recording proves nothing of them. */
export function describeGiven(conditions: readonly GivenCondition[]): readonly string[] {
  return conditions.flatMap(({ key, held, past }) => {
    if (held.length === 0) return [`  no recorded call carries ${key}: nothing is held to it`];
    return [
      `  values of ${key} are not recorded: that those of ${listNames(held)} match is assumed, and a request with others, or without any, will be denied`,
      ...(past.length === 0
        ? []
        : [`  reach the same without ${key}, and are not held to it: ${listNames(past)}`]),
    ];
  });
}
