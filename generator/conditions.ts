import type { Conditions } from '../iam/permission.ts';
import { compareCodePoints, sortDistinct } from './code-point-order.ts';

/** One line of a condition block: an operator, a condition key, and the values of which one must match. */
export interface ConditionTerm {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A condition block in its one normal form: terms in order, values sorted and distinct. */
export interface NormalConditions {
  /** Equal for equal blocks, and only for them; empty for no condition. */
  readonly id: string;
  readonly terms: readonly ConditionTerm[];
}

/** Returns the normal form of a condition block, whatever the order of its parts. */
export function normaliseConditions(conditions: Conditions): NormalConditions {
  const operators = Object.entries(conditions);
  if (operators.length === 0) return noConditions;
  const terms: ConditionTerm[] = [];
  for (const [operator, keys] of operators) {
    for (const [key, values] of Object.entries(keys)) {
      terms.push({ operator, key, values: sortDistinct(values) });
    }
  }
  return ofTerms(terms);
}

const noConditions: NormalConditions = { id: '', terms: [] };

/** Returns the normal form of a list of terms in which no operator names the same key twice. */
export function ofTerms(terms: readonly ConditionTerm[]): NormalConditions {
  const sorted = [...terms].sort(
    (left, right) =>
      compareCodePoints(left.operator, right.operator) || compareCodePoints(left.key, right.key),
  );
  return { id: sorted.length === 0 ? '' : identify(sorted), terms: sorted };
}

/** Returns the block as IAM writes it. */
export function toConditionBlock(conditions: NormalConditions): Conditions {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions.terms) {
    block[operator] = { ...block[operator], [key]: values };
  }
  return block;
}

/** Tells whether every request that meets `stricter` surely meets `looser` as well. */
export function impliesConditions(stricter: NormalConditions, looser: NormalConditions): boolean {
  return looser.terms.every((wanted) =>
    stricter.terms.some(
      (given) =>
        given.operator === wanted.operator && given.key === wanted.key && narrows(given, wanted),
    ),
  );
}

/**
 * Tells whether several values of an operator mean "one of these".
 * The negated operators mean "none of these": more values make them narrower.
 */
export function isPositive(operator: string): boolean {
  return !/Not(Equals|Like|IpAddress)/.test(operator);
}

function narrows(given: ConditionTerm, wanted: ConditionTerm): boolean {
  if (!isPositive(wanted.operator)) return identify([given]) === identify([wanted]);
  const allowed = new Set(wanted.values);
  return given.values.every((value) => allowed.has(value));
}

function identify(terms: readonly ConditionTerm[]): string {
  return JSON.stringify(terms.map(({ operator, key, values }) => [operator, key, values]));
}
