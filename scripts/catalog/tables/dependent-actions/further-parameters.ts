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

const isActiveMq = ['isActiveMq(EngineType)'];

const broker: OperationRow = [
  {
    action: 'ec2:CreateNetworkInterface',
    when: isActiveMq,
    types: ['network-interface', 'security-group', 'subnet'],
    bind: { SecurityGroupId: 'SecurityGroups[]', SubnetId: 'SubnetIds[]' },
    because: 'makes the network interface of the broker',
  },
  {
    action: 'ec2:CreateNetworkInterfacePermission',
    when: isActiveMq,
    types: ['network-interface'],
    conditions: { StringEquals: { 'ec2:AuthorizedService': ['mq.${DnsSuffix}'] } },
    because: 'lets Amazon MQ attach the network interface of the broker',
  },
  ...[
    'InternetGateways',
    'NetworkInterfacePermissions',
    'NetworkInterfaces',
    'RouteTables',
    'SecurityGroups',
    'Subnets',
    'Vpcs',
  ].map((kind) => ({
    action: `ec2:Describe${kind}`,
    when: isActiveMq,
    types: [],
    because: 'looks up the network of the broker',
  })),
];

const certificate = (path: string): OperationRow => [
  {
    action: 'acm:DescribeCertificate',
    when: [path],
    types: ['certificate'],
    bind: { CertificateId: path },
    because: `looks up the certificate in \`${path}\``,
  },
];

const passed = (kind: 'DataSet' | 'DataSource', ...paths: readonly string[]): OperationRow =>
  paths.map((path) => ({
    action: `quicksight:Pass${kind}`,
    when: [path],
    types: [kind.toLowerCase()],
    bind: { ResourceId: path },
    because: `uses what \`${path}\` names`,
  }));

const tables = passed(
  'DataSource',
  'PhysicalTableMap{}[].CustomSql.DataSourceArn',
  'PhysicalTableMap{}[].RelationalTable.DataSourceArn',
  'PhysicalTableMap{}[].S3Source.DataSourceArn',
);

const topic = passed('DataSet', 'Topic.DataSets[].DatasetArn');

const scraper: OperationRow = [
  {
    action: 'eks:DescribeCluster',
    when: ['source.eksConfiguration.clusterArn'],
    types: ['cluster'],
    bind: { ClusterName: 'source.eksConfiguration.clusterArn' },
    because: 'looks up the cluster in `source.eksConfiguration.clusterArn`',
  },
  ...['SecurityGroups', 'Subnets'].map((kind) => ({
    action: `ec2:Describe${kind}`,
    types: [],
    because: 'looks up the network of the scraper',
  })),
];

const flow: OperationRow = [
  'sourceFlowConfig.connectorProfileName',
  'destinationFlowConfigList[].connectorProfileName',
].map((path) => ({
  action: 'appflow:UseConnectorProfile',
  when: [path],
  types: ['connectorprofile'],
  bind: { ProfileName: path },
  because: `uses the connection in \`${path}\``,
}));

const capacityTags: OperationRow = [
  {
    action: 'batch:SetCapacityTags',
    when: ['computeResources.capacityTags{}'],
    types: ['compute-environment'],
    because: 'sets the tags of the capacity in `computeResources.capacityTags`',
  },
];

/**
 * What operations need for further resources and settings that their requests name.
 * Source: the tables "API operations" of each service's page in the Service Authorization Reference, or its column
 * "Dependent actions", but where a line says another.
 */
export const furtherParameters: OperationRows = {
  // Source also: Amazon Managed Service for Prometheus User Guide, "AWS managed policies", AmazonPrometheusFullAccess.
  amp: { CreateScraper: scraper },
  // Source also: Amazon AppFlow User Guide, "Creating flows", the note on UseConnectorProfile.
  appflow: { CreateFlow: flow, UpdateFlow: flow },
  appstream: {
    CreateUpdatedImage: [
      {
        action: 'appstream:TagResource',
        when: ['newImageTags{}'],
        types: ['image'],
        bind: { ImageName: 'newImageName' },
        because: 'sets the tags of the new image',
      },
    ],
  },
  // Source: AWS Batch User Guide, "Control access to capacity tags with batch:SetCapacityTags".
  batch: { CreateComputeEnvironment: capacityTags, UpdateComputeEnvironment: capacityTags },
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
  // Source: Amazon MQ Developer Guide, "IAM Permissions Required to Create an Amazon MQ Broker".
  mq: { CreateBroker: broker },
  quicksight: {
    CreateDataSet: tables,
    CreateTopic: topic,
    UpdateDataSet: tables,
    UpdateTopic: topic,
  },
  ram: {
    EnableSharingWithAwsOrganization: [
      'organizations:DescribeOrganization',
      'organizations:EnableAWSServiceAccess',
    ].map((action) => ({
      action,
      types: [],
      because: 'lets AWS RAM into the organization, in the name of the caller',
    })),
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
  },
  redshift: {
    CreateCustomDomainAssociation: certificate('CustomDomainCertificateArn'),
    ModifyCustomDomainAssociation: certificate('CustomDomainCertificateArn'),
  },
  'redshift-serverless': {
    CreateCustomDomainAssociation: certificate('customDomainCertificateArn'),
    UpdateCustomDomainAssociation: certificate('customDomainCertificateArn'),
  },
  // Source: AWS Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters".
  ssm: {
    GetParameter: secret('Name'),
    GetParameters: secret('Names[]'),
  },
};
