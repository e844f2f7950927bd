import { findOperator } from '../../evaluate/operators/find-operator.ts';
import type { Statement, StatementCondition } from '../../policy-document/policy-document.ts';
import type { KnownAction } from '../../reference/known-action.ts';
import { carriesKey, findConditionKey, isTagKey } from '../find-condition-key.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds actions that do not carry a key which others of their statement do, so that the statement never applies to them,
 * and keys that stand twice under one operator. Source: IAM User Guide, "IAM policy validation check reference".
 */
export const checkConditionReach: LintRule = ({ policy, catalog, actionsOf }) =>
  policy.statements.flatMap((statement) => [
    ...doubleKeys(statement),
    ...statement.conditions.flatMap((condition) => {
      const known = findConditionKey(condition.key, catalog, actionsOf(statement));
      if (known === undefined || (known.isGlobal && !isTagKey(known)) || !asksForKey(condition)) {
        return [];
      }
      return unreachedActions(statement, condition, actionsOf(statement));
    }),
  ]);

/** Tells whether a request without the key does not meet the condition. */
function asksForKey({ operator, values }: StatementCondition): boolean {
  const use = findOperator(operator);
  if (use === undefined) return false;
  if (use.kind === 'null') return values.every((value) => value.toLowerCase() === 'false');
  return !use.ifExists && !use.operator.isNegated && use.set !== 'ForAllValues';
}

function unreachedActions(
  statement: Statement,
  { key }: StatementCondition,
  actions: readonly KnownAction[],
): readonly StatementFinding[] {
  if (statement.actions.isNegated) return [];
  const without = actions.filter((one) => !carriesKey(one, key));
  // Where none carries it, that is said once.
  if (without.length === actions.length) return [];
  const names = new Set(without.map(({ name }) => name.toLowerCase()));
  const verb = statement.effect === 'Allow' ? 'allows' : 'denies';
  return statement.actions.patterns.flatMap((pattern, at): readonly StatementFinding[] => {
    if (!names.has(pattern.toLowerCase())) return [];
    return [
      {
        level: 'warning',
        code: 'action-without-key',
        where: listPlace(statement, 'Action', at),
        message: `\`${pattern}\` carries no \`${key}\`: the statement never ${verb} it`,
        because: 'give it a statement without this condition',
      },
    ];
  });
}

function doubleKeys({ where, conditions }: Statement): readonly StatementFinding[] {
  const seen = new Set<string>();
  return conditions.flatMap(({ operator, key }): readonly StatementFinding[] => {
    const name = `${operator} ${key}`.toLowerCase();
    const isKnown = seen.has(name);
    seen.add(name);
    if (!isKnown) return [];
    const place = `${where}.Condition.${operator}.${key}`;
    const message = `\`${key}\` stands twice under ${operator}, in another case`;
    const because = 'names of keys are not case-sensitive: put the values into one list';
    return [{ level: 'error', code: 'duplicate-key', where: place, message, because }];
  });
}
