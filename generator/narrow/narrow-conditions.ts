import { findConditionKind } from '../../iam/authorize/condition-kinds.ts';
import { sortDistinct } from '../code-point-order.ts';
import { type ConditionTerm, type NormalConditions, ofTerms } from '../conditions.ts';
import type { Mask } from './create-mask.ts';

const likeOf: Readonly<Record<string, string>> = {
  StringEquals: 'StringLike',
  StringLike: 'StringLike',
  ArnEquals: 'ArnEquals',
  ArnLike: 'ArnLike',
};

/**
 * Returns a condition block with what was made for one run as wildcards in its values; `StringEquals` becomes
 * `StringLike` for that. The block itself where nothing of it was. Values that the user gave stay as they are.
 */
export function narrowConditions(conditions: NormalConditions, mask: Mask): NormalConditions {
  const terms = conditions.terms.map((term) => narrowTerm(term, mask));
  if (terms.every((term, at) => term === conditions.terms[at])) return conditions;
  return ofTerms(terms);
}

function narrowTerm(term: ConditionTerm, mask: Mask): ConditionTerm {
  const [, quantifier = '', name = ''] =
    /^(ForAllValues:|ForAnyValue:)?(.*)$/.exec(term.operator) ?? [];
  const like = likeOf[name];
  if (like === undefined || !term.values.some((value) => mask(value).rules.length > 0)) {
    return term;
  }
  if (findConditionKind(term.key)?.use === 'given') return term;
  const isLiteral = name === 'StringEquals';
  const values = term.values.map((value) =>
    maskValue(isLiteral ? escapeWildcards(value) : value, mask),
  );
  return { ...term, operator: `${quantifier}${like}`, values: sortDistinct(values) };
}

function maskValue(value: string, mask: Mask): string {
  const { text, rules } = mask(value);
  if (rules.length === 0 || /[A-Za-z0-9]/.test(text)) return text;
  return value.replaceAll(/[A-Za-z0-9]/g, '?');
}

/** `StringEquals` takes `*` and `?` literally. */
function escapeWildcards(value: string): string {
  return value.replaceAll(/(?<!\$\{)[*?]/g, '${$&}');
}
