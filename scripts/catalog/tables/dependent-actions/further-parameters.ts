import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const vpcOrigin = (path: string): OperationRow => [
  {
    action: 'cloudfront:GetVpcOrigin',
    when: [path],
    types: ['vpcorigin'],
    bind: { Id: path },
    because: `looks up the origin in \`${path}\``,
  },
];

const glueConnection = (path: string): OperationRow => [
  {
    action: 'glue:PassConnection',
    when: [path],
    types: ['connection'],
    bind: { ConnectionName: path },
    because: `uses the connection in \`${path}\``,
  },
];

const image = (path: string): OperationRow => [
  {
    action: 'ssm:GetParameters',
    when: [`imageParameter(${path})`],
    types: ['parameter'],
    bind: { ParameterNameWithoutLeadingSlash: `imageParameter(${path})` },
    because: `resolves the parameter in \`${path}\` to an image, in the name of the caller`,
  },
];

const secret = (path: string): OperationRow => [
  {
    action: 'secretsmanager:GetSecretValue',
    when: [`ssmSecret(${path})`],
    types: ['Secret'],
    bind: { SecretId: `ssmSecret(${path})` },
    because: `reads the secret that \`${path}\` refers to, in the name of the caller`,
  },
];

const stackTags = (type: string): GrantRow => ({
  action: 'cloudformation:TagResource',
  when: ['Tags[].Key'],
  types: [type],
  because: 'sets the tags in `Tags[]`',
});

/**
 * What operations need for further resources and settings that their requests name.
 * Source: the tables "API operations" of each service's page in the Service Authorization Reference, but where a line says
 * another.
 */
export const furtherParameters: OperationRows = {
  cloudformation: {
    UpdateStack: [
      stackTags('stack'),
      {
        action: 'cloudformation:SetStackPolicy',
        when: ['StackPolicyBody', 'StackPolicyURL'],
        types: ['stack'],
        because: 'gives the stack another policy',
      },
    ],
    UpdateStackSet: [stackTags('stackset')],
  },
  cloudfront: {
    CreateDistribution: vpcOrigin('DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId'),
    CreateDistributionWithTags: vpcOrigin(
      'DistributionConfigWithTags.DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId',
    ),
    UpdateDistribution: vpcOrigin('DistributionConfig.Origins.Items[].VpcOriginConfig.VpcOriginId'),
  },
  // Source: Amazon EC2 User Guide, "Reference AMIs using Systems Manager parameters", and Amazon EC2 Auto Scaling User
  // Guide, "Control Amazon EC2 launch template usage in Auto Scaling groups", ssm:GetParameters.
  ec2: {
    CreateFleet: image('LaunchTemplateConfigs[].Overrides[].ImageId'),
    RunInstances: image('ImageId'),
  },
  glue: {
    CreateCatalog: glueConnection('CatalogInput.FederatedCatalog.ConnectionName'),
    CreateDatabase: glueConnection('DatabaseInput.FederatedDatabase.ConnectionName'),
    CreateTable: glueConnection('TableInput.FederatedTable.ConnectionName'),
    CreateTableOptimizer: glueConnection(
      'TableOptimizerConfiguration.vpcConfiguration.glueConnectionName',
    ),
    UpdateTable: glueConnection('TableInput.FederatedTable.ConnectionName'),
    UpdateTableOptimizer: glueConnection(
      'TableOptimizerConfiguration.vpcConfiguration.glueConnectionName',
    ),
  },
  // Source: AWS KMS Developer Guide, "Control access to your AWS CloudHSM key store".
  kms: {
    CreateCustomKeyStore: [
      {
        action: 'cloudhsm:DescribeClusters',
        when: ['CloudHsmClusterId'],
        types: [],
        because: 'looks up the cluster in `CloudHsmClusterId`',
      },
    ],
  },
  // Source also: Amazon RDS API Reference, StopDBInstance, `DBSnapshotIdentifier`.
  rds: {
    StopDBInstance: [
      {
        action: 'rds:CreateDBSnapshot',
        when: ['DBSnapshotIdentifier'],
        types: ['db', 'snapshot'],
        bind: { DbInstanceName: 'DBInstanceIdentifier', SnapshotName: 'DBSnapshotIdentifier' },
        because: 'takes the snapshot in `DBSnapshotIdentifier` before it stops',
      },
    ],
  }, // Source: AWS Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters".
  ssm: {
    GetParameter: secret('Name'),
    GetParameters: secret('Names[]'),
  },
};
