import type { ConditionOperator } from './condition-operator.ts';
import { compileEqualsIgnoreCase } from './string-operators.ts';

/**
 * The operator that compares `true` and `false`, in any case.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", Boolean condition operators, which lets
 * policy variables stand here; "Variables and tags" does not.
 */
export const boolOperators: readonly ConditionOperator[] = [
  {
    name: 'Bool',
    type: 'Bool',
    isNegated: false,
    hasWildcards: false,
    hasVariables: true,
    accepts: (value) => /^(true|false)$/i.test(value) || value.includes('${'),
    compile: compileEqualsIgnoreCase,
  },
];
