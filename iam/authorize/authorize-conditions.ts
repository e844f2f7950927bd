import type { ApiCall } from '../../aws/api-call.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import type { Conditions } from '../permission.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { escapeValue } from './fill-template.ts';

/**
 * Returns the condition block of a grant for a call: the values of expressions in place of `{expression}`, sorted. A key
 * of which the call has no value is left out: a condition on it would deny the call.
 */
export function authorizeConditions(
  conditions: NonNullable<GrantEntry['conditions']>,
  call: ApiCall,
): Conditions {
  const operators = Object.entries(conditions).map(([operator, keys]) => {
    const filled = Object.entries(keys)
      .map(([key, texts]) => [key, valuesOf(texts, call)] as const)
      .filter(([, values]) => values.length > 0);
    return [operator, Object.fromEntries(filled)] as const;
  });
  return Object.fromEntries(operators.filter(([, keys]) => Object.keys(keys).length > 0));
}

function valuesOf(texts: readonly string[], call: ApiCall): readonly string[] {
  const values = texts.flatMap((text) => {
    const expression = /^\{(.+)\}$/.exec(text)?.[1];
    return expression === undefined
      ? [text]
      : evaluateExpression(expression, call).map(escapeValue);
  });
  return [...new Set(values)].sort();
}
