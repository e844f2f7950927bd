import type { OperationRows } from '../join-operation-rows.ts';

const onPrincipal = (action: string) => [
  { action, template: '${Arn}', bind: { Arn: 'PolicySourceArn' } },
];

/**
 * Operations of IAM and STS whose resource is not what a rule of names would find.
 * Source: the parameters in each operation's API reference, and the resource types of its action in the Service
 * Authorization Reference.
 */
export const identityOperations: OperationRows = {
  iam: {
    GetContextKeysForPrincipalPolicy: onPrincipal('iam:GetContextKeysForPrincipalPolicy'),
    GetServiceLinkedRoleDeletionStatus: [
      {
        action: 'iam:GetServiceLinkedRoleDeletionStatus',
        bind: { RoleNameWithPath: 'deletedRole(DeletionTaskId)' },
      },
    ],
    // What is asked about in `ResourceArns` is no resource of the question.
    SimulatePrincipalPolicy: onPrincipal('iam:SimulatePrincipalPolicy'),
  },
  sts: {
    AssumeRoot: [
      {
        action: 'sts:AssumeRoot',
        template: 'arn:${Partition}:iam::${TargetAccount}:root',
        bind: { TargetAccount: 'accountOf(TargetPrincipal)' },
      },
    ],
    GetFederationToken: [
      {
        action: 'sts:GetFederationToken',
        types: ['federated-user'],
        bind: { FederatedUserName: 'Name' },
      },
    ],
  },
};
