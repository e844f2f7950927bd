import { findOperator, type OperatorUse } from '../../evaluate/operators/find-operator.ts';
import { nearestName } from '../../policy-document/nearest-name.ts';
import type { Statement, StatementCondition } from '../../policy-document/policy-document.ts';
import {
  carriesKey,
  findConditionKey,
  isTagKey,
  type KnownKey,
  keysNear,
} from '../find-condition-key.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule, LintSubject } from '../lint-rule.ts';

/**
 * Finds condition keys that AWS does not have, that no action of the statement carries, or whose type the operator
 * does not fit. Sources: IAM User Guide, "Condition operators", "Single-valued vs. multivalued context keys"; the
 * Service Authorization Reference.
 */
export const checkConditionKeys: LintRule = (subject) =>
  subject.policy.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => {
      const where = `${statement.where}.Condition.${condition.operator}.${condition.key}`;
      return checkKey(condition, statement, subject).map((finding) => ({ ...finding, where }));
    }),
  );

type Found = Omit<StatementFinding, 'where'>;

function checkKey(
  condition: StatementCondition,
  statement: Statement,
  subject: LintSubject,
): readonly Found[] {
  const { key, operator } = condition;
  const use = findOperator(operator);
  const known = findConditionKey(key, subject.catalog, subject.actionsOf(statement));
  const spelling =
    use === undefined || use.spelling === operator
      ? []
      : [spelledOtherwise(operator, use.spelling)];
  // Keys of identity providers (`token.actions.githubusercontent.com:sub`) stand in no reference.
  if (known === undefined)
    return key.includes('.') ? spelling : [...spelling, unknownKey(key, subject)];
  if (use === undefined) return [];
  const isCarried =
    (known.isGlobal && !isTagKey(known)) ||
    subject.actionsOf(statement).some((one) => carriesKey(one, key));
  return [
    ...spelling,
    ...(isCarried || statement.actions.isNegated ? [] : [notCarried(key)]),
    ...checkType(use, known, statement, key),
  ];
}

function spelledOtherwise(operator: string, spelling: string): Found {
  const message = `\`${operator}\` is written otherwise: \`${spelling}\``;
  return { level: 'warning', code: 'operator-case', message, because: 'write it as AWS does' };
}

function unknownKey(key: string, { catalog }: LintSubject): Found {
  const names = keysNear(key, catalog).map(({ name }) => name.replace(/\/\*$/, '/'));
  const meant = nearestName(key, names);
  if (meant?.endsWith('/') === true && key.length <= meant.length) return missingTag(key, meant);
  return {
    level: meant === undefined ? 'warning' : 'error',
    code: 'unknown-condition-key',
    message: `there is no condition key \`${key}\``,
    because:
      meant === undefined
        ? 'it is in no reference: no request carries it'
        : `did you mean \`${meant}\`?`,
  };
}

function missingTag(key: string, start: string): Found {
  const message = `\`${key}\` names no tag`;
  const because = `write the tag's key behind the slash: \`${start}team\``;
  return { level: 'error', code: 'unknown-condition-key', message, because };
}

function notCarried(key: string): Found {
  return {
    level: 'warning',
    code: 'condition-key-not-carried',
    message: `no action of the statement carries \`${key}\``,
    because: 'a key that the request lacks meets only negated and IfExists operators',
  };
}

function checkType(
  use: OperatorUse,
  { type }: KnownKey,
  { effect, conditions }: Statement,
  key: string,
): readonly Found[] {
  if (use.kind === 'null') return [];
  const isMultivalued = type.startsWith('ArrayOf');
  const found: Found[] = [];
  if (!fitsType(use.operator.type, type.replace('ArrayOf', ''))) {
    const message = `\`${key}\` is of type ${type}, ${use.operator.name} compares ${use.operator.type}`;
    found.push({
      level: 'warning',
      code: 'operator-type',
      message,
      because: 'use an operator of its type',
    });
  }
  if (isMultivalued && use.set === undefined) {
    const message = `\`${key}\` has several values, ${use.spelling} expects one`;
    const because = 'put `ForAnyValue:` or `ForAllValues:` before the operator';
    found.push({ level: 'warning', code: 'set-operator-missing', message, because });
  }
  if (!isMultivalued && use.set !== undefined) {
    const message = `\`${key}\` has one value, ${use.set} is for several`;
    const because = 'leave the set operator out: with it, a request without the key may be allowed';
    found.push({ level: 'warning', code: 'set-operator', message, because });
  }
  const asksNull = conditions.some(
    (one) => one.operator === 'Null' && one.key.toLowerCase() === key.toLowerCase(),
  );
  if (isMultivalued && use.set === 'ForAllValues' && effect === 'Allow' && !asksNull) {
    const message = `ForAllValues on \`${key}\` is met by a request without the key`;
    const because = `add "Null": {"${key}": "false"} where it must be there`;
    found.push({ level: 'note', code: 'for-all-values', message, because });
  }
  return found;
}

/** ARNs are texts too, a point in time may be a number of seconds. */
function fitsType(operator: string, key: string): boolean {
  if (operator === key) return true;
  const others: Readonly<Record<string, readonly string[]>> = {
    ARN: ['String'],
    Date: ['Numeric', 'String'],
    Bool: ['String'],
    Numeric: ['String'],
    String: ['ARN'],
  };
  return others[key]?.includes(operator) === true;
}
