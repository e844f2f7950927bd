import { completeArn } from '../../evaluate/arn-matcher.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

const partitions = /^aws(-cn|-us-gov|-iso|-iso-[a-z]|-eusc)?$/;

/**
 * Finds resources that are no ARNs. Sources: IAM User Guide, "Identify AWS resources with Amazon Resource Names
 * (ARNs)", "IAM JSON policy elements: Resource", "IAM policy elements: Variables and tags".
 */
export const checkResourceForm: LintRule = ({ policy, source }) =>
  policy.statements.flatMap((statement) =>
    statement.resources.patterns.flatMap((resource, at) =>
      checkResource(resource, source.hasUnknownParts).map((finding) => ({
        ...finding,
        where: listPlace(statement, 'Resource', at),
      })),
    ),
  );

type Found = Omit<StatementFinding, 'where'>;

function checkResource(resource: string, hasUnknownParts: boolean): readonly Found[] {
  if (/^\*+$/.test(resource)) return [];
  if (!resource.startsWith('arn:')) {
    // Of a template, the whole beginning may be known only at deployment.
    if (hasUnknownParts && resource.startsWith('*')) return [];
    const message = `\`${resource}\` is no ARN`;
    const because = 'IAM takes an ARN or `*`, such as `arn:aws:s3:::bucket/*`';
    return [{ level: 'error', code: 'arn-form', message, because }];
  }
  // The colon of `${aws:username}` parts no fields.
  const fields = completeArn(resource)
    .replaceAll(/\$\{[^}]*\}/g, '${}')
    .split(':');
  const [, partition = '', service = '', region = '', account = ''] = fields;
  return [
    ...checkPartition(partition, hasUnknownParts),
    ...checkService(service, resource),
    ...checkAccount(account, resource),
    ...checkVariables([partition, service, region, account].join(':')),
    ...(completeArn(resource) !== resource ? [incomplete(resource)] : []),
  ];
}

function checkPartition(partition: string, hasUnknownParts: boolean): readonly Found[] {
  if (partitions.test(partition) || partition.includes('$')) return [];
  if (/[*?]/.test(partition)) {
    if (hasUnknownParts) return [];
    const message = `the partition \`${partition}\` holds a wildcard`;
    const because = 'AWS documents none there; write `aws`, `aws-cn` or `aws-us-gov`';
    return [{ level: 'warning', code: 'partition', message, because }];
  }
  const message = `there is no partition \`${partition}\``;
  return [{ level: 'error', code: 'partition', message, because: 'most resources are in `aws`' }];
}

function checkService(service: string, resource: string): readonly Found[] {
  if (service === '') {
    const message = `\`${resource}\` names no service`;
    const because = 'the third field of an ARN is the service: `arn:aws:s3:::bucket`';
    return [{ level: 'error', code: 'arn-form', message, because }];
  }
  if (!/[*?]/.test(service)) return [];
  const message = `the service \`${service}\` holds a wildcard`;
  return [
    { level: 'error', code: 'arn-service', message, because: 'IAM takes none in this field' },
  ];
}

function checkAccount(account: string, resource: string): readonly Found[] {
  if (/^(\d{12}|aws|aws-marketplace|[\d*?]*[*?][\d*?]*|)$/.test(account) || account.includes('$'))
    return [];
  const message = `\`${account}\` is no account in \`${resource}\``;
  return [
    { level: 'error', code: 'arn-account', message, because: 'an account has twelve digits' },
  ];
}

function checkVariables(start: string): readonly Found[] {
  if (!start.includes('${')) return [];
  const message = 'a policy variable stands before the fifth colon of the ARN';
  const because = 'IAM fills variables in only after it: write the region and account, or `*`';
  return [{ level: 'error', code: 'variable-place', message, because }];
}

function incomplete(resource: string): Found {
  return {
    level: 'warning',
    code: 'incomplete-arn',
    message: `\`${resource}\` has fewer than six fields`,
    because: `IAM reads it as \`${completeArn(resource)}\``,
  };
}
