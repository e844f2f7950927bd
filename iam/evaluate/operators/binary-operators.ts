import type { ConditionOperator } from './condition-operator.ts';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The operator that compares bytes, which both sides write as base64.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", Binary condition operators.
 */
export const binaryOperators: readonly ConditionOperator[] = [
  {
    name: 'BinaryEquals',
    type: 'Binary',
    isNegated: false,
    hasWildcards: false,
    hasVariables: false,
    accepts: (value) => base64.test(value),
    compile: (value) => {
      const wanted = Buffer.from(value, 'base64');
      return (given) =>
        base64.test(value) && base64.test(given) && wanted.equals(Buffer.from(given, 'base64'));
    },
  },
];
