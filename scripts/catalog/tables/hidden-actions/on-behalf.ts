import type { OperationRows } from '../join-operation-rows.ts';
import { destinationsIn, letLogsIn } from '../log-destinations.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const resultLocation = 'ResultConfiguration.OutputLocation';
const queryResults =
  'Amazon Athena User Guide, "Control access to Amazon S3 from Athena"; managed policy AmazonAthenaFullAccess';

const onResultBucket = (action: string): GrantRow => ({
  action: `s3:${action}`,
  when: [`bucketOfUri(${resultLocation})`],
  template: 'arn:${Partition}:s3:::${BucketName}',
  bind: { BucketName: `bucketOfUri(${resultLocation})` },
  because: `Athena keeps the results in \`${resultLocation}\`, in the name of the caller`,
  source: queryResults,
});

const onResult = (action: string): GrantRow => ({
  ...onResultBucket(action),
  template: 'arn:${Partition}:s3:::${BucketName}/${Prefix}*',
  bind: {
    BucketName: `bucketOfUri(${resultLocation})`,
    Prefix: `prefixOfUri(${resultLocation})`,
  },
});

const onCatalog = (action: string, ...types: readonly string[]): GrantRow => ({
  action: `glue:${action}`,
  types: ['rootcatalog', 'database', ...types],
  bind: { DatabaseName: 'QueryExecutionContext.Database' },
  because: 'Athena looks up databases and tables in the Data Catalog, in the name of the caller',
  source:
    'Amazon Athena User Guide, "Configure access to databases and tables in the AWS Glue Data Catalog"',
});

const startQuery: OperationRow = [
  onCatalog('GetDatabase'),
  ...['BatchGetPartition', 'GetPartition', 'GetPartitions', 'GetTable', 'GetTables'].map((action) =>
    onCatalog(action, 'table'),
  ),
  {
    action: 'lakeformation:GetDataAccess',
    types: [],
    because: 'Athena asks Lake Formation for access to the data, where it governs them',
    source:
      'AWS Lake Formation Developer Guide, "Underlying data access control"; managed policy AmazonAthenaFullAccess',
  },
  ...['GetBucketLocation', 'ListBucket', 'ListBucketMultipartUploads'].map(onResultBucket),
  ...['AbortMultipartUpload', 'GetObject', 'ListMultipartUploadParts', 'PutObject'].map(onResult),
];

// Docker sends the token that it got, not a signed request.
const pullImages: OperationRow = [
  'BatchCheckLayerAvailability',
  'BatchGetImage',
  'GetDownloadUrlForLayer',
].map((action) => ({
  action: `ecr:${action}`,
  types: ['repository'],
  bind: {},
  because: 'lets a container client pull images with the token, by requests that nobody signs',
  source:
    'Amazon ECR User Guide, "Private registry authentication in Amazon ECR" and "Using Amazon ECR Images with Amazon EKS", required IAM permissions',
}));

const addRepositoryPolicy = (path: string): OperationRow =>
  ['GetRepositoryPolicy', 'SetRepositoryPolicy'].map((action) => ({
    action: `ecr:${action}`,
    when: [`ecrRepository(${path})`],
    types: ['repository'],
    bind: { RepositoryName: `ecrRepository(${path})` },
    because: `Lambda adds to the policy of the repository in \`${path}\` that it may pull, where that does not say so yet`,
    source:
      'AWS Lambda Developer Guide, "Create a Lambda function using a container image", Amazon ECR permissions',
  }));

// The group has a launch template or a launch configuration, which takes neither.
const refreshOfGroup: OperationRow = [['ec2:RunInstances'], ['iam:PassRole', 'role']].map(
  ([action = '', ...types]) => ({
    action,
    unless: [
      'DesiredConfiguration.LaunchTemplate.LaunchTemplateId',
      'DesiredConfiguration.LaunchTemplate.LaunchTemplateName',
      'DesiredConfiguration.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
      'DesiredConfiguration.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName',
    ],
    types,
    ...(types.length > 0 && {
      bind: {},
      conditions: { StringEquals: { 'iam:PassedToService': ['ec2.${DnsSuffix}'] } },
    }),
    because:
      'may launch only what the caller could launch from the template of the group, if it has one',
    source:
      'Amazon EC2 Auto Scaling User Guide, "Permissions validation for ec2:RunInstances and iam:PassRole"',
  }),
);

const columnOfDax =
  'Service Authorization Reference, Amazon DynamoDB Accelerator, dependent actions';
const cacheCluster: OperationRow = [
  ...[
    'CreateNetworkInterface',
    'DeleteNetworkInterface',
    'DescribeNetworkInterfaces',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeVpcs',
  ].map((action) => ({
    action: `ec2:${action}`,
    ...(!action.startsWith('Create') && { bind: {} }),
    because: 'puts the cluster into its network, where the service-linked role does not yet do so',
    source: columnOfDax,
  })),
  {
    action: 'iam:GetRole',
    when: ['role(IamRoleArn)'],
    types: ['role'],
    bind: { RoleNameWithPath: 'role(IamRoleArn)' },
    because: 'looks at the role in `IamRoleArn`',
    source: columnOfDax,
  },
];

// The destination is named here; it is opened by the delivery that uses it later.
const openDestination = letLogsIn(
  destinationsIn('deliveryDestinationConfiguration.destinationResourceArn'),
);

const createKey: OperationRow = [
  {
    action: 'iam:CreateServiceLinkedRole',
    when: ['whereTrue(MultiRegion)'],
    template:
      'arn:${Partition}:iam::${Account}:role/aws-service-role/mrk.kms.amazonaws.com/${ServiceLinkedRoleName}',
    conditions: { StringEquals: { 'iam:AWSServiceName': ['mrk.kms.amazonaws.com'] } },
    because:
      'makes the service-linked role of mrk.kms.amazonaws.com, the first time that an account makes a multi-Region key',
    source: 'AWS KMS Developer Guide, "Authorizing AWS KMS to synchronize multi-Region keys"',
  },
  {
    action: 'kms:PutKeyPolicy',
    when: ['Policy'],
    unless: ['whereTrue(BypassPolicyLockoutSafetyCheck)'],
    types: ['key'],
    because:
      'must be able to change the policy in `Policy` later, as KMS checks unless it is told not to',
    source:
      'API operations defined by AWS Key Management Service; AWS KMS API Reference, CreateKey, `Policy`',
  },
];

const lastBackup: OperationRow = [
  {
    action: 'fsx:CreateBackup',
    unless: ['LustreConfiguration', 'OpenZFSConfiguration', 'WindowsConfiguration'].flatMap(
      (kind) => [
        `whereTrue(${kind}.SkipFinalBackup)`,
        `whereFalse(${kind}.SkipFinalBackup)`,
        `${kind}.FinalBackupTags[].Key`,
      ],
    ),
    types: ['backup', 'file-system'],
    bind: { FileSystemId: 'FileSystemId' },
    because:
      'takes a last backup of a file system for Windows or OpenZFS, where the request does not say whether to',
    source: 'API operations defined by Amazon FSx; Amazon FSx API Reference, DeleteFileSystem',
  },
];

/** What services do in the caller's name beside the use of keys, by service id and operation. */
export const onBehalf: OperationRows = {
  athena: { StartQueryExecution: startQuery },
  'auto-scaling': { StartInstanceRefresh: refreshOfGroup },
  'cloudwatch-logs': { PutDeliveryDestination: openDestination },
  dax: { CreateCluster: cacheCluster },
  ec2: {
    CreateVpcEndpoint: [
      {
        action: 'route53:AssociateVPCWithHostedZone',
        when: ['isInterface(VpcEndpointType)'],
        types: ['hostedzone'],
        bind: {},
        because: 'gives the endpoint its private names, where the service has some',
        source: 'Service Authorization Reference, Amazon EC2, dependent actions',
      },
    ],
  },
  ecr: { GetAuthorizationToken: pullImages },
  fsx: { DeleteFileSystem: lastBackup },
  kms: { CreateKey: createKey },
  lambda: {
    CreateFunction: addRepositoryPolicy('Code.ImageUri'),
    UpdateFunctionCode: addRepositoryPolicy('ImageUri'),
  },
};
