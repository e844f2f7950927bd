import { findOperator } from '../../evaluate/operators/find-operator.ts';
import type { StatementCondition } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { valueForms } from '../tables/value-forms.ts';

/**
 * Finds condition values that no request has: `lambda` for `lambda.amazonaws.com`, and both truth values in one list.
 * Source: IAM User Guide, "IAM policy validation check reference".
 */
export const checkValueForms: LintRule = ({ policy }) =>
  policy.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => {
      const where = `${statement.where}.Condition.${condition.operator}.${condition.key}`;
      return [...wrongForms(condition), ...bothBooleans(condition)].map((found) => ({
        ...found,
        where,
      }));
    }),
  );

type Found = Omit<StatementFinding, 'where'>;

function wrongForms({ operator, key, values }: StatementCondition): readonly Found[] {
  const form = valueForms[key.toLowerCase()];
  const use = findOperator(operator);
  if (form === undefined || use?.kind !== 'comparison' || use.operator.type !== 'String') return [];
  // What holds a wildcard or a variable may become anything.
  return values
    .filter((value) => !/[*?$]/.test(value) && !form.expression.test(value))
    .map((value) => ({
      level: 'warning',
      code: 'value-form',
      message: `\`${key}\` is never \`${value}\``,
      because: `write ${form.expected}`,
    }));
}

function bothBooleans({ operator, key, values }: StatementCondition): readonly Found[] {
  const use = findOperator(operator);
  if (use?.kind !== 'comparison' || use.operator.type !== 'Bool') return [];
  if (new Set(values.map((value) => value.toLowerCase())).size < 2) return [];
  const message = `\`${key}\` may be true or false`;
  const because = 'the condition asks only that the key is there: write one of them';
  return [{ level: 'warning', code: 'both-booleans', message, because }];
}
