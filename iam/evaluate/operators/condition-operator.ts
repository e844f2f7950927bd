import type { PatternSyntax } from '../pattern.ts';
import type { RequestContext } from '../request-context.ts';

/** Compares one value of the request with one value of the policy. */
export type ValueTest = (given: string, context: RequestContext) => boolean;

/** What an operator's values are: it must fit the condition key's type. */
export type OperatorType = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IPAddress' | 'ARN';

/** A condition operator without its prefix and suffix. */
export interface ConditionOperator {
  /** As AWS spells it: `StringNotEquals`. */
  readonly name: string;
  readonly type: OperatorType;
  /** True where several values mean "none of these", and a key that the request lacks meets it. */
  readonly isNegated: boolean;
  readonly hasWildcards: boolean;
  /** True where the values may hold policy variables. */
  readonly hasVariables: boolean;
  /** Makes the test of one value of the policy; for a negated operator, the test that must not hold. */
  compile(value: string, syntax: PatternSyntax): ValueTest;
  /** Tells whether a value is one that the operator can compare with: `10` for a number. */
  accepts(value: string): boolean;
}
