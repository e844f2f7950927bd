import type { Statement } from '../../policy-document/policy-document.ts';
import type { KnownAction } from '../../reference/known-action.ts';
import { fitsAction } from '../../reference/resource-shape.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds resources that none of their statement's actions can be checked on, and actions that none of the resources
 * fits: both stand there without effect. Source: the resource types of the Service Authorization Reference.
 */
export const checkResourceTypes: LintRule = ({ policy, actionsOf }) =>
  policy.statements
    .filter(({ actions, resources }) => !actions.isNegated && !resources.isNegated)
    // What is no ARN is told by another rule, and `*` fits every action.
    .filter(({ resources }) => resources.patterns.every((one) => isPlainArn(one)))
    .flatMap((statement) => {
      const actions = actionsOf(statement);
      return [...uselessResources(statement, actions), ...uselessActions(statement, actions)];
    });

function uselessResources(
  statement: Statement,
  actions: readonly KnownAction[],
): readonly StatementFinding[] {
  // An action that the reference does not know may be about anything.
  if (actions.length === 0 || hasUnknownAction(statement, actions)) return [];
  return statement.resources.patterns.flatMap((resource, at): readonly StatementFinding[] => {
    if (actions.some((one) => fitsAction(resource, one))) return [];
    return [
      {
        level: 'warning',
        code: 'resource-fits-no-action',
        where: listPlace(statement, 'Resource', at),
        message: `no action of the statement is checked on a resource like \`${resource}\``,
        because: expectedForms(actions),
      },
    ];
  });
}

function uselessActions(
  statement: Statement,
  actions: readonly KnownAction[],
): readonly StatementFinding[] {
  const known = new Map(actions.map((one) => [one.name.toLowerCase(), one]));
  return statement.actions.patterns.flatMap((pattern, at): readonly StatementFinding[] => {
    const action = known.get(pattern.toLowerCase());
    if (action === undefined) return [];
    if (statement.resources.patterns.some((resource) => fitsAction(resource, action))) return [];
    const takesNone = (action.entry.resourceTypes ?? []).length === 0;
    return [
      {
        level: 'warning',
        code: 'action-fits-no-resource',
        where: listPlace(statement, 'Action', at),
        message: `\`${action.name}\` is not checked on any of the statement's resources`,
        because: takesNone
          ? 'it takes no resource: give it a statement with `*`'
          : expectedForms([action]),
      },
    ];
  });
}

function isPlainArn(resource: string): boolean {
  const start = resource.split(':', 5).join(':');
  return start.startsWith('arn:') && !start.includes('${');
}

function hasUnknownAction({ actions }: Statement, known: readonly KnownAction[]): boolean {
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  return actions.patterns.some((one) => !/[*?]/.test(one) && !names.has(one.toLowerCase()));
}

function expectedForms(actions: readonly KnownAction[]): string {
  const forms = new Set(
    actions.flatMap(({ entry, service }) =>
      (entry.resourceTypes ?? []).map((type) => service.resourceTypes[type]?.arn ?? ''),
    ),
  );
  const [first, second, ...others] = [...forms].filter((one) => one !== '');
  if (first === undefined) return 'they take no resource but `*`';
  const rest = others.length === 0 ? '' : ` and ${others.length} more`;
  return `AWS checks ${second === undefined ? `\`${first}\`` : `\`${first}\`, \`${second}\`${rest}`}`;
}
