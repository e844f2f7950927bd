import { orderedOperators } from './ordered-operators.ts';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The operators that compare integers and decimals.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", Numeric condition operators.
 */
export const numericOperators = orderedOperators('Numeric', 'Numeric', (value) =>
  decimal.test(value) ? Number(value) : undefined,
);
