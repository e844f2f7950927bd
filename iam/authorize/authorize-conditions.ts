import type { ApiCall } from '../../aws/api-call.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import { dnsSuffixesOf } from '../../aws/partition.ts';
import type { Conditions } from '../permission.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { writeValue } from './write-value.ts';

/**
 * Returns the condition block of a grant for a call: the values of expressions in place of `{expression}`, sorted. A key
 * of which the call has no value is left out: a condition on it would deny the call. Of the conditions that a grant only
 * offers, those on `offeredKeys` are in it: `s3:prefix`, `aws:TagKeys`.
 */
export function authorizeConditions(
  grant: GrantEntry,
  call: ApiCall,
  offeredKeys: ReadonlySet<string>,
): Conditions {
  const always = fillConditions(grant.conditions ?? {}, call, () => true);
  if (grant.offered === undefined || offeredKeys.size === 0) return always;
  const offered = fillConditions(grant.offered, call, (key) => offeredKeys.has(key));
  const operators = [...new Set([...Object.keys(always), ...Object.keys(offered)])];
  return Object.fromEntries(
    operators.map((operator) => [operator, { ...always[operator], ...offered[operator] }]),
  );
}

function fillConditions(
  conditions: NonNullable<GrantEntry['conditions']>,
  call: ApiCall,
  isChosen: (key: string) => boolean,
): Conditions {
  const operators = Object.entries(conditions).map(([operator, keys]) => {
    const filled = Object.entries(keys)
      .filter(([key]) => isChosen(key))
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
      ? fillCallVariables(text, call)
      : evaluateExpression(expression, call).map((value) => writeValue(value).text);
  });
  return [...new Set(values)].sort();
}

// `s3.${Region}.${DnsSuffix}`: no value where the call's region is unknown.
function fillCallVariables(text: string, { region, partition }: ApiCall): readonly string[] {
  if (text.includes('${Region}') && region === null) return [];
  const regional = text.replaceAll('${Region}', region ?? '');
  return dnsSuffixesOf(partition).map((suffix) => regional.replaceAll('${DnsSuffix}', suffix));
}
