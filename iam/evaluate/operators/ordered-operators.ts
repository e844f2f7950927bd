import type { ConditionOperator, OperatorType } from './condition-operator.ts';

/** Reads a value as a number to compare by; undefined where it is none. */
export type ReadNumber = (value: string) => number | undefined;

interface Comparison {
  readonly suffix: string;
  readonly isNegated: boolean;
  holds(given: number, wanted: number): boolean;
}

const comparisons: readonly Comparison[] = [
  { suffix: 'Equals', isNegated: false, holds: (given, wanted) => given === wanted },
  { suffix: 'NotEquals', isNegated: true, holds: (given, wanted) => given === wanted },
  { suffix: 'LessThan', isNegated: false, holds: (given, wanted) => given < wanted },
  { suffix: 'LessThanEquals', isNegated: false, holds: (given, wanted) => given <= wanted },
  { suffix: 'GreaterThan', isNegated: false, holds: (given, wanted) => given > wanted },
  { suffix: 'GreaterThanEquals', isNegated: false, holds: (given, wanted) => given >= wanted },
];

/** Returns the six operators that compare by size. What cannot be read as a number equals nothing. */
export function orderedOperators(
  prefix: string,
  type: OperatorType,
  read: ReadNumber,
): readonly ConditionOperator[] {
  return comparisons.map(({ suffix, isNegated, holds }) => ({
    name: `${prefix}${suffix}`,
    type,
    isNegated,
    hasWildcards: false,
    hasVariables: false,
    accepts: (value) => read(value) !== undefined,
    compile: (value) => {
      const wanted = read(value);
      return (text) => {
        const given = read(text);
        return given !== undefined && wanted !== undefined && holds(given, wanted);
      };
    },
  }));
}
