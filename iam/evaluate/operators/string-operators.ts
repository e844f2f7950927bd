import { parsePattern } from '../pattern.ts';
import { compileMatcher, fillVariables } from '../text-matcher.ts';
import type { ConditionOperator } from './condition-operator.ts';

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators", String condition operators. */
const text = {
  type: 'String',
  hasVariables: true,
  accepts: () => true,
} as const;

const equals: ConditionOperator['compile'] = (value, syntax) => {
  const { matches } = compileMatcher(parsePattern(value, { ...syntax, hasWildcards: false }));
  return matches;
};

/** Compares texts without case, with policy variables and without wildcards. */
export const compileEqualsIgnoreCase: ConditionOperator['compile'] = (value, syntax) => {
  const parts = parsePattern(value, { ...syntax, hasWildcards: false });
  return (given, context) => {
    const filled = fillVariables(parts, context);
    if (filled === undefined) return false;
    const wanted = filled.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    return given.toLowerCase() === wanted.toLowerCase();
  };
};

const like: ConditionOperator['compile'] = (value, syntax) => {
  const { matches } = compileMatcher(parsePattern(value, { ...syntax, hasWildcards: true }));
  return matches;
};

/** The operators that compare texts. */
export const stringOperators: readonly ConditionOperator[] = [
  { ...text, name: 'StringEquals', isNegated: false, hasWildcards: false, compile: equals },
  { ...text, name: 'StringNotEquals', isNegated: true, hasWildcards: false, compile: equals },
  {
    ...text,
    name: 'StringEqualsIgnoreCase',
    isNegated: false,
    hasWildcards: false,
    compile: compileEqualsIgnoreCase,
  },
  {
    ...text,
    name: 'StringNotEqualsIgnoreCase',
    isNegated: true,
    hasWildcards: false,
    compile: compileEqualsIgnoreCase,
  },
  { ...text, name: 'StringLike', isNegated: false, hasWildcards: true, compile: like },
  { ...text, name: 'StringNotLike', isNegated: true, hasWildcards: true, compile: like },
];
