import type { Statement, StatementCondition } from '../../policy-document/policy-document.ts';
import type { KnownAction } from '../../reference/known-action.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds statements that allow far more than anybody may have meant.
 * Sources: IAM User Guide, "IAM JSON policy elements: NotAction", "… NotResource"; "IAM Access Analyzer policy check
 * reference", security warnings.
 */
export const checkScope: LintRule = ({ policy, actionsOf }) =>
  policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => checkStatement(statement, actionsOf(statement)));

function checkStatement(
  statement: Statement,
  allowed: readonly KnownAction[],
): readonly StatementFinding[] {
  const { actions, resources, conditions } = statement;
  const { where } = statement;
  const isEverything = isAny(actions.patterns) && !actions.isNegated && isAny(resources.patterns);
  const found: StatementFinding[] = [];
  if (isEverything && !resources.isNegated && conditions.length === 0) {
    const message = 'the statement allows every action on every resource';
    const because = 'whoever has it is an administrator of the account';
    return [{ level: 'warning', code: 'full-access', where, message, because }];
  }
  if (actions.isNegated) {
    const message =
      'Allow with NotAction allows every other action, those of services to come included';
    const because = 'list the actions that are needed; use NotAction with Deny';
    found.push({ level: 'warning', code: 'allow-not-action', where, message, because });
  }
  if (resources.isNegated) {
    const message = 'Allow with NotResource allows the actions on every other resource';
    const because = 'list the resources that are needed; use NotResource with Deny';
    found.push({ level: 'warning', code: 'allow-not-resource', where, message, because });
  }
  if (
    resources.patterns.includes('*') &&
    !resources.isNegated &&
    makesAnyServiceRole(allowed, conditions)
  ) {
    found.push({ ...anyServiceRole, where });
  }
  return [...found, ...serviceWildcards(statement)];
}

const anyServiceRole = {
  level: 'warning',
  code: 'any-service-linked-role',
  message: 'a service-linked role may be made for any service',
  because: 'name the roles below `role/aws-service-role/`, or the service in `iam:AWSServiceName`',
} as const;

function makesAnyServiceRole(
  allowed: readonly KnownAction[],
  conditions: readonly StatementCondition[],
): boolean {
  if (conditions.some(({ key }) => key.toLowerCase() === 'iam:awsservicename')) return false;
  return allowed.some(({ name }) => name === 'iam:CreateServiceLinkedRole');
}

function serviceWildcards(statement: Statement): readonly StatementFinding[] {
  if (statement.actions.isNegated) return [];
  return statement.actions.patterns.flatMap((pattern, at): readonly StatementFinding[] => {
    const [, prefix] = /^([^:*?]+):\*+$/.exec(pattern) ?? [];
    if (prefix === undefined && !isAny([pattern])) return [];
    const what = prefix === undefined ? 'every action of AWS' : `every action of \`${prefix}\``;
    const message = `\`${pattern}\` allows ${what}, those to come included`;
    const where = listPlace(statement, 'Action', at);
    return [
      {
        level: 'note',
        code: 'service-wildcard',
        where,
        message,
        because: 'list the actions that are needed',
      },
    ];
  });
}

function isAny(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => /^(\*+|\*+:\*+)$/.test(pattern));
}
