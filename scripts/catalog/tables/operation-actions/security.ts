import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

// A control of a standard, and since then also of Security Hub as a whole: AWS checks the action of either.
const standardsControls = (operation: string, old: string): OperationRow =>
  one(`securityhub:${operation}`, `securityhub:${old}`);

const onAllLogGroups = (action: string, when: string): GrantRow => ({
  action: `logs:${action}`,
  when: [when],
  template: 'arn:${Partition}:logs:${Region}:${Account}:log-group:*',
});

// Each kind of account policy asks for the action of the kind as well.
const accountPolicy = (
  operation: string,
  kinds: Readonly<Record<string, string>>,
): OperationRow => [
  { action: `logs:${operation}` },
  ...Object.entries(kinds).map(([kind, action]) => onAllLogGroups(action, `${kind}(policyType)`)),
];

/** Services of logs, audit, secrets and authorization. */
export const securityOperations: OperationRows = {
  // Source: AWS CloudTrail API Reference, ListInsightsMetricData.
  cloudtrail: {
    ListInsightsMetricData: [
      { action: 'cloudtrail:LookupEvents' },
      { action: 'cloudtrail:ListInsightsData', when: ['TrailName'] },
    ],
  },
  // Source: Amazon CloudWatch Logs API Reference, PutAccountPolicy, DescribeAccountPolicies and DeleteAccountPolicy.
  'cloudwatch-logs': {
    DeleteAccountPolicy: accountPolicy('DeleteAccountPolicy', {
      isDataProtectionPolicy: 'DeleteDataProtectionPolicy',
      isFieldIndexPolicy: 'DeleteIndexPolicy',
      isSubscriptionFilterPolicy: 'DeleteSubscriptionFilter',
      isTransformerPolicy: 'DeleteTransformer',
    }),
    DescribeAccountPolicies: accountPolicy('DescribeAccountPolicies', {
      isDataProtectionPolicy: 'GetDataProtectionPolicy',
      isFieldIndexPolicy: 'DescribeIndexPolicies',
      isSubscriptionFilterPolicy: 'DescribeSubscriptionFilters',
      isTransformerPolicy: 'GetTransformer',
    }),
    PutAccountPolicy: accountPolicy('PutAccountPolicy', {
      isDataProtectionPolicy: 'PutDataProtectionPolicy',
      isFieldIndexPolicy: 'PutIndexPolicy',
      isSubscriptionFilterPolicy: 'PutSubscriptionFilter',
      isTransformerPolicy: 'PutTransformer',
    }),
  },
  'cognito-identity-provider': { DescribeTermsByClient: one('cognito-idp:DescribeTerms') },
  // Source: Service Authorization Reference, Amazon Detective: the action's name is singular.
  detective: { ListOrganizationAdminAccounts: one('detective:ListOrganizationAdminAccount') },
  // Source: "Required permissions" of each operation in the AWS Secrets Manager API Reference.
  'secrets-manager': {
    BatchGetSecretValue: [
      { action: 'secretsmanager:BatchGetSecretValue' },
      {
        action: 'secretsmanager:GetSecretValue',
        bind: { SecretId: 'secretName(SecretIdList[])' },
      },
      { action: 'secretsmanager:ListSecrets', when: ['Filters[].Key'] },
    ],
    CreateSecret: [
      { action: 'secretsmanager:CreateSecret' },
      {
        action: 'secretsmanager:ReplicateSecretToRegions',
        when: ['AddReplicaRegions[].Region'],
        types: ['Secret'],
        because: 'copies the secret to the Regions in `AddReplicaRegions[]`',
      },
    ],
    RotateSecret: [
      { action: 'secretsmanager:RotateSecret' },
      {
        action: 'lambda:InvokeFunction',
        when: ['RotationLambdaARN'],
        template: '${RotationLambdaARN}',
        because: 'rotates by the function that it names',
      },
    ],
    ValidateResourcePolicy: one(
      'secretsmanager:ValidateResourcePolicy',
      'secretsmanager:PutResourcePolicy',
    ),
  },
  // Source: AWS Security Hub API Reference, each operation's own sentence; for controls the table "API operations
  // defined by AWS Security Hub" of its page in the Service Authorization Reference.
  securityhub: {
    BatchGetSecurityControls: standardsControls(
      'BatchGetSecurityControls',
      'DescribeStandardsControls',
    ),
    BatchGetStandardsControlAssociations: standardsControls(
      'BatchGetStandardsControlAssociations',
      'DescribeStandardsControls',
    ),
    BatchUpdateStandardsControlAssociations: standardsControls(
      'BatchUpdateStandardsControlAssociations',
      'UpdateStandardsControl',
    ),
    ListStandardsControlAssociations: standardsControls(
      'ListStandardsControlAssociations',
      'DescribeStandardsControls',
    ),
    UpdateSecurityControl: standardsControls('UpdateSecurityControl', 'UpdateStandardsControl'),
    // The older and the newer hub share actions.
    BatchUpdateFindings: [{ action: 'securityhub:BatchUpdateFindings', types: ['hub'] }],
    BatchUpdateFindingsV2: [{ action: 'securityhub:BatchUpdateFindings', types: ['hubv2'] }],
    GetFindings: [{ action: 'securityhub:GetFindings', types: ['hub'] }],
    GetFindingStatisticsV2: [{ action: 'securityhub:GetAdhocInsightResults', types: ['hubv2'] }],
    GetFindingsV2: [{ action: 'securityhub:GetFindings', types: ['hubv2'] }],
    // Source: Service Authorization Reference, AWS Security Hub, "Permission-only actions".
    RegisterConnectorV2: one('securityhub:ConnectorRegistrationsV2'),
  },
  // Which web ACL it is only the answer says. Denials name all of the Region in one part: `regional/webacl/*`.
  wafv2: {
    GetWebACLForResource: [
      {
        action: 'wafv2:GetWebACLForResource',
        template: 'arn:${Partition}:wafv2:${Region}:${Account}:regional/webacl/*',
      },
      {
        action: 'wafv2:GetWebACLForResource',
        when: ['ResourceArn'],
        template: '${Arn}',
        bind: { Arn: 'ResourceArn' },
      },
    ],
  },
  // Source: Amazon Verified Permissions API Reference, BatchGetPolicy.
  verifiedpermissions: {
    BatchGetPolicy: [
      {
        action: 'verifiedpermissions:GetPolicy',
        bind: { PolicyStoreId: 'requests[].policyStoreId' },
      },
    ],
  },
};
