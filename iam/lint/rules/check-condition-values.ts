import { findOperator } from '../../evaluate/operators/find-operator.ts';
import { hasVariable } from '../../evaluate/pattern.ts';
import type { StatementCondition } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';

/**
 * Finds condition values that their operator cannot compare with, or compares otherwise than they look.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export const checkConditionValues: LintRule = ({ policy, source }) =>
  policy.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => {
      const where = `${statement.where}.Condition.${condition.operator}.${condition.key}`;
      if (condition.values.length === 0) return [{ ...noValues, where }];
      return condition.values.flatMap((value) =>
        checkValue(value, condition, source.hasUnknownParts).map((one) => ({ ...one, where })),
      );
    }),
  );

type Found = Omit<StatementFinding, 'where'>;

const noValues: Found = {
  level: 'warning',
  code: 'no-condition-values',
  message: 'the condition has no values',
  because: 'nothing equals one of none: it is never met, a negated one always',
};

function checkValue(
  value: string,
  { operator, key }: StatementCondition,
  hasUnknownParts: boolean,
): readonly Found[] {
  const use = findOperator(operator);
  if (use === undefined) return [];
  if (use.kind === 'null') return /^(true|false)$/i.test(value) ? [] : [wrongValue(value, 'Null')];
  const { name, accepts, hasWildcards, hasVariables } = use.operator;
  if (hasUnknownParts && value.includes('*')) return [];
  if (hasVariable(value) && !hasVariables) {
    const message = `${name} does not fill in the policy variable in \`${value}\``;
    const because = 'IAM fills variables in for the String and Arn operators only';
    return [{ level: 'error', code: 'condition-variable', message, because }];
  }
  if (!accepts(value)) return [wrongValue(value, name)];
  if (hasWildcards || use.operator.type !== 'String' || !/[*?]/.test(withoutEscapes(value)))
    return [];
  const message = `${name} compares \`${value}\` on \`${key}\` as it is, without wildcards`;
  const because = `use ${name.replace(/Equals(IgnoreCase)?/, 'Like')}, or write \`\${*}\` for the character`;
  return [{ level: 'warning', code: 'wildcard-in-equals', message, because }];
}

function wrongValue(value: string, name: string): Found {
  return {
    level: 'error',
    code: 'condition-value',
    message: `${name} cannot compare with \`${value}\``,
    because: expectedValue(name),
  };
}

function expectedValue(name: string): string {
  if (name === 'Null' || name === 'Bool') return 'write `true` or `false`';
  if (name.startsWith('Numeric')) return 'write a number';
  if (name.startsWith('Date')) return 'write `2026-01-31T00:00:00Z`, or seconds since 1970';
  if (name.includes('IpAddress')) return 'write an address or a range: `203.0.113.0/24`';
  return name.startsWith('Arn') ? 'write an ARN with all six fields' : 'write base64';
}

function withoutEscapes(value: string): string {
  return value.replaceAll(/\$\{[*?$]\}/g, '');
}
