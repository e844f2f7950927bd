import { partitionOfRegion } from '../../../aws/partition.ts';
import { templatesFitting } from '../../reference/resource-shape.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds ARNs without the region or the account that ARNs of their kind have, and regions of another partition. Sources:
 * the resource types of the Service Authorization Reference; IAM User Guide, "IAM policy validation check reference".
 */
export const checkArnFields: LintRule = ({ policy, actionsOf }) =>
  policy.statements.flatMap((statement) => {
    if (statement.actions.isNegated) return [];
    const actions = actionsOf(statement);
    return statement.resources.patterns.flatMap((resource, at) => {
      const [start, partition = '', , region, account, ...rest] = resource.split(':');
      // A variable before the fifth colon is told by another rule.
      if (start !== 'arn' || rest.length === 0 || /^[^:]*:[^:]*:[^:]*:[^:]*\$/.test(resource)) {
        return [];
      }
      const where = listPlace(statement, 'Resource', at);
      const found: Found[] = [];
      if (region === '' || account === '') {
        const templates = actions.flatMap((action) => templatesFitting(resource, action));
        if (region === '' && areAllWith(templates, 3)) found.push(missingRegion(resource));
        if (account === '' && areAllWith(templates, 4)) found.push(missingAccount(resource));
      }
      if (region !== undefined && isElsewhere(region, partition)) {
        found.push(otherPartition(region, partition));
      }
      return found.map((one) => ({ ...one, where }));
    });
  });

type Found = Omit<StatementFinding, 'where'>;

/** Where one kind of resource has none in its ARNs, that one may be meant. */
function areAllWith(templates: readonly string[], field: number): boolean {
  const fieldOf = (template: string) =>
    template.replaceAll(/\$\{[^}]*\}/g, '${}').split(':')[field] ?? '';
  return templates.length > 0 && templates.every((template) => fieldOf(template) !== '');
}

function isElsewhere(region: string, partition: string): boolean {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region) || /[*?$]/.test(partition)) return false;
  return partitionOfRegion(region) !== partition;
}

function missingRegion(resource: string): Found {
  const message = `\`${resource}\` has no region, which ARNs of its kind have`;
  const because = 'it matches nothing: write the region, or `*`';
  return { level: 'warning', code: 'arn-region', message, because };
}

function missingAccount(resource: string): Found {
  const message = `\`${resource}\` has no account, which ARNs of its kind have`;
  const because = 'at most what AWS itself owns has none: write the account, or `*`';
  return { level: 'note', code: 'arn-account', message, because };
}

function otherPartition(region: string, partition: string): Found {
  return {
    level: 'warning',
    code: 'arn-region',
    message: `the region \`${region}\` is not in the partition \`${partition}\``,
    because: `it is in \`${partitionOfRegion(region)}\`: no resource has this ARN`,
  };
}
