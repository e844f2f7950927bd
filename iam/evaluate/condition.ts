import type { StatementCondition } from '../policy-document/policy-document.ts';
import type { ValueTest } from './operators/condition-operator.ts';
import { findOperator, type OperatorUse } from './operators/find-operator.ts';
import type { RequestContext } from './request-context.ts';

/** One line of a condition block, ready to be asked. */
export interface CompiledCondition {
  readonly source: StatementCondition;
  holds(context: RequestContext): boolean;
}

/**
 * Returns what decides one line of a condition block. Several values are ORed, those of negated operators NORed. An
 * operator that AWS does not know never holds; the parser refuses it before.
 * Sources: IAM User Guide, "IAM JSON policy elements: Condition operators", "Conditions with multiple context keys or
 * values", "Single-valued vs. multivalued context keys".
 */
export function compileCondition(
  source: StatementCondition,
  hasVariables: boolean,
): CompiledCondition {
  const use = findOperator(source.operator);
  const key = source.key.toLowerCase();
  if (use === undefined) return { source, holds: () => false };
  if (use.kind === 'null') {
    const wanted = new Set(source.values.map((value) => value.toLowerCase()));
    return { source, holds: (context) => wanted.has(String(isNull(context.get(key)))) };
  }
  const meets = compileValues(use, source.values, hasVariables);
  return {
    source,
    holds: (context) => holdsFor(use, context.get(key), (one) => meets(one, context)),
  };
}

type Comparison = Extract<OperatorUse, { kind: 'comparison' }>;

function compileValues(
  { operator }: Comparison,
  values: readonly string[],
  hasVariables: boolean,
): ValueTest {
  const { isNegated, hasWildcards } = operator;
  const syntax = { hasWildcards, hasVariables: hasVariables && operator.hasVariables };
  const tests = values.map((value) => operator.compile(value, syntax));
  return (given, context) => tests.some((test) => test(given, context)) !== isNegated;
}

function holdsFor(
  { operator, set, ifExists }: Comparison,
  given: readonly string[] | undefined,
  meets: (value: string) => boolean,
): boolean {
  if (given === undefined) {
    if (ifExists || set === 'ForAllValues') return true;
    return operator.isNegated && set !== 'ForAnyValue';
  }
  if (set === 'ForAllValues') return isNull(given) || given.every(meets);
  return given.some(meets);
}

/** A key whose values are all empty counts as null. Source: "Condition operators", on `ForAllValues`. */
function isNull(given: readonly string[] | undefined): boolean {
  return given === undefined || given.every((value) => value === '');
}
