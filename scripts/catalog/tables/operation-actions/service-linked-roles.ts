import type { OperationRow } from './row.ts';

/**
 * Service-linked roles stand under a path of their own, which their names do not say.
 * Source: IAM User Guide, "Create a service-linked role", permissions.
 */
export const serviceLinkedRoleOperations: Readonly<
  Record<string, Readonly<Record<string, OperationRow>>>
> = {
  iam: {
    CreateServiceLinkedRole: [
      {
        action: 'iam:CreateServiceLinkedRole',
        template:
          'arn:${Partition}:iam::${Account}:role/aws-service-role/${AWSServiceName}/${RoleName}',
        conditions: { StringEquals: { 'iam:AWSServiceName': ['{AWSServiceName}'] } },
      },
    ],
    DeleteServiceLinkedRole: [
      {
        action: 'iam:DeleteServiceLinkedRole',
        template: 'arn:${Partition}:iam::${Account}:role/aws-service-role/*/${RoleName}',
      },
    ],
  },
};
