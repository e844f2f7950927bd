import type { CatalogSource } from '../../../aws/catalog/catalog.ts';
import { nearestName } from '../../policy-document/nearest-name.ts';
import type { Statement } from '../../policy-document/policy-document.ts';
import { expandAction } from '../../reference/expand-actions.ts';
import { actionsOfPrefix } from '../../reference/known-action.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds actions that AWS does not have, with the one that is most like each. Sources: IAM User Guide, "IAM JSON
 * policy elements: Action"; the Service Authorization Reference as of the catalog.
 */
export const checkActions: LintRule = ({ policy, catalog }) =>
  policy.statements.flatMap((statement) =>
    statement.actions.patterns.flatMap((pattern, at) =>
      checkAction(pattern, listPlace(statement, 'Action', at), statement, catalog),
    ),
  );

function checkAction(
  pattern: string,
  where: string,
  { actions }: Statement,
  catalog: CatalogSource,
): readonly StatementFinding[] {
  if (/^\*+$/.test(pattern)) return [];
  const [, prefix, name] = /^([^:]+):(.+)$/.exec(pattern) ?? [];
  if (prefix === undefined || name === undefined) {
    const message = `\`${pattern}\` has no service prefix`;
    const because = 'an action is `prefix:Name`, such as `s3:GetObject`, or `*`';
    return [{ level: 'error', code: 'action-form', where, message, because }];
  }
  if (expandAction(pattern, catalog).length > 0) return [];
  const isKnownPrefix = catalog.findIamService(prefix.toLowerCase()) !== undefined;
  if (!isKnownPrefix && !/[*?]/.test(prefix)) return [unknownPrefix(prefix, where, catalog)];
  if (/[*?]/.test(pattern)) {
    const effect = actions.isNegated ? 'excludes' : 'grants';
    const message = `\`${pattern}\` matches no action`;
    const because = `it ${effect} nothing in today's reference; \`leastgrant catalog update\` gets the newest`;
    return [{ level: 'warning', code: 'wildcard-matches-nothing', where, message, because }];
  }
  return [unknownAction(prefix.toLowerCase(), name, where, catalog)];
}

function unknownPrefix(prefix: string, where: string, catalog: CatalogSource): StatementFinding {
  const meant = nearestName(prefix, catalog.listIamPrefixes());
  return {
    level: meant === undefined ? 'warning' : 'error',
    code: 'unknown-service',
    where,
    message: `there is no service prefix \`${prefix}\``,
    because: suggest(meant),
  };
}

function unknownAction(
  prefix: string,
  name: string,
  where: string,
  catalog: CatalogSource,
): StatementFinding {
  const names = actionsOfPrefix(prefix, catalog).map((one) => one.name.slice(prefix.length + 1));
  const meant = nearestName(name, names);
  return {
    level: meant === undefined ? 'warning' : 'error',
    code: 'unknown-action',
    where,
    message: `\`${prefix}\` has no action \`${name}\``,
    because: suggest(meant === undefined ? undefined : `${prefix}:${meant}`),
  };
}

function suggest(meant: string | undefined): string {
  return meant === undefined
    ? 'it is not in the Service Authorization Reference; `leastgrant catalog update` gets the newest'
    : `did you mean \`${meant}\`?`;
}
