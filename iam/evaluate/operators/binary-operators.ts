import type { ConditionOperator } from './condition-operator.ts';

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
    accepts: (value) => decode(value) !== undefined,
    compile: (value) => {
      const wanted = decode(value);
      return (given) => wanted !== undefined && decode(given)?.equals(wanted) === true;
    },
  },
];

/** `Buffer` skips what is no base64; only what comes back as it was is taken. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
