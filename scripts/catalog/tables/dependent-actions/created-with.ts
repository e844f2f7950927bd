import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const onArn = (action: string, parameter: string, because: string): GrantRow => ({
  action,
  when: [parameter],
  template: '${Arn}',
  bind: { Arn: parameter },
  because,
});

const anywhere = (when: string, because: string, ...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({ action, when: [when], types: [], because }));

// Source: Lambda Developer Guide, "Troubleshoot deployment issues", s3:GetObject: the package is read for the caller.
const packageIn = (prefix: string): OperationRow => {
  const bind = { BucketName: `${prefix}S3Bucket`, ObjectName: `${prefix}S3Key` };
  const row = { bind, types: ['object'], because: `reads the package in \`${prefix}S3Key\`` };
  return [
    {
      action: 's3:GetObject',
      when: [`unversioned(${prefix}S3Key, ${prefix}S3ObjectVersion?)`],
      ...row,
    },
    { action: 's3:GetObjectVersion', when: [`${prefix}S3ObjectVersion`], ...row },
  ];
};

// Source: Lambda Developer Guide, "Configuring Amazon EFS file system access", user permissions. The request names an
// access point; its file system stands in nothing that the program sends.
const mounted: Omit<GrantRow, 'template'> = {
  action: 'elasticfilesystem:DescribeMountTargets',
  when: ['fileSystemArn(FileSystemConfigs[].Arn)'],
  because: 'looks up where the file system in `FileSystemConfigs[].Arn` is mounted',
};
const mountTargets: OperationRow = [
  { ...mounted, template: '${Arn}', bind: { Arn: 'fileSystemArn(FileSystemConfigs[].Arn)' } },
  { ...mounted, template: 'arn:${Partition}:elasticfilesystem:${Region}:${Account}:file-system/*' },
];

// Source: "Actions defined by AWS Lambda" and Lambda Developer Guide, "Giving Lambda functions access to resources in an
// Amazon VPC", required permissions of users.
const functionSettings: OperationRow = [
  onArn('lambda:GetLayerVersion', 'Layers[]', 'uses the layer versions in `Layers[]`'),
  ...anywhere(
    'VpcConfig.SubnetIds[]',
    'connects the function to the subnets in `VpcConfig.SubnetIds[]`',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
  ),
  ...mountTargets,
];

// Source: "API operations defined by AWS Lambda".
const capacityProvider = onArn(
  'lambda:PassCapacityProvider',
  'CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn',
  'runs the function on the capacity provider that it names',
);

// Source: "API operations defined by Amazon RDS".
const addRole: OperationRow = [
  {
    action: 'rds:AddRoleToDBCluster',
    when: ['AssociatedRoles[].RoleArn'],
    types: ['cluster'],
    because: 'adds the roles in `AssociatedRoles[]` to the cluster',
  },
];

// Source: "API operations defined by AWS Step Functions".
const publishVersion: OperationRow = [
  {
    action: 'states:PublishStateMachineVersion',
    when: ['whereTrue(publish)'],
    types: ['statemachine'],
    because: 'publishes a version of the state machine',
  },
];

// Source: "API operations defined by Amazon CloudWatch Logs".
const unmask: OperationRow = [
  {
    action: 'logs:Unmask',
    when: ['whereTrue(unmask)'],
    types: ['log-group'],
    because: 'asks for masked data in clear',
  },
];

const tags = (action: string, types: readonly string[], path: string): GrantRow => ({
  action,
  when: [path],
  types,
  bind: {},
  offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [`{${path}}`] } },
  because: `sets the tags in \`${path}\``,
});
const lexTags = (path: string, ...types: readonly string[]) => tags('lex:TagResource', types, path);
const importedBot = 'resourceSpecification.botImportSpecification';
const importedTestSet = 'resourceSpecification.testSetImportResourceSpecification';

/** What else operations need for what their requests name or ask for, by service id and operation. */
export const createdWith: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> = {
  // Source: CloudWatch Logs API Reference, CreateLogGroup, tags: either tagging action will do. Tags belong to the log
  // group itself, whose ARN has no `:*`; the reference has the other form too.
  'cloudwatch-logs': {
    CreateLogGroup: ['', ':*'].map((end) => ({
      action: 'logs:TagResource',
      when: ['tags{}'],
      template: `arn:\${Partition}:logs:\${Region}:\${Account}:log-group:\${logGroupName}${end}`,
      offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{tags{}}'] } },
      because: 'tags what CreateLogGroup creates',
    })),
    FilterLogEvents: unmask,
    GetLogEvents: unmask,
    GetLogRecord: unmask,
  },
  // Source: Amazon DynamoDB API Reference, CreateTable, ResourcePolicy.
  dynamodb: {
    CreateTable: [
      {
        action: 'dynamodb:PutResourcePolicy',
        when: ['ResourcePolicy'],
        types: ['table'],
        because: 'gives the table the policy in `ResourcePolicy`',
      },
    ],
  },
  // Source: "API operations defined by Amazon Elastic Block Store".
  ebs: {
    StartSnapshot: [
      {
        action: 'ec2:CreateTags',
        when: ['Tags[].Key'],
        types: ['snapshot'],
        bind: {},
        because: 'tags what StartSnapshot creates',
      },
    ],
  },
  // Source: Amazon VPC User Guide, "Publish flow logs to Amazon S3" and "to Amazon Data Firehose", IAM principals.
  ec2: {
    CreateFlowLogs: [
      ...anywhere(
        'deliveredLogs(LogDestination)',
        'delivers logs to the bucket or stream in `LogDestination`',
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
      ),
      // Source: "Actions defined by Amazon EC2", Service Authorization Reference: what is observed is checked too.
      {
        action: 'ec2:CreateFlowLogs',
        when: ['ec2Regional(ResourceIds[])'],
        template: 'arn:${Partition}:ec2:${Region}:${Account}:${Resource}',
        bind: { Resource: 'ec2Regional(ResourceIds[])' },
        because: 'observes the resources in `ResourceIds[]`',
      },
    ],
  },
  // Source: "API operations defined by AWS IoT". The tags are one text, of which only whether there is one is recorded.
  iot: {
    CreateTopicRule: [
      {
        action: 'iot:TagResource',
        when: ['tags'],
        types: ['rule'],
        bind: { RuleName: 'ruleName' },
        because: 'tags the rule that it makes',
      },
    ],
  },
  // Source: Amazon Kinesis Data Streams API Reference, RegisterStreamConsumer.
  kinesis: {
    RegisterStreamConsumer: [
      {
        action: 'kinesis:TagResource',
        when: ['Tags{}'],
        template: '${StreamARN}/consumer/${ConsumerName}:*',
        offered: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags{}}'] },
          StringLike: { 'aws:RequestTag/{Tags{}}': ['*'] },
        },
        because: 'tags the consumer that it registers',
      },
    ],
  },
  lambda: {
    CreateFunction: [...packageIn('Code.'), ...functionSettings, capacityProvider],
    PublishLayerVersion: packageIn('Content.'),
    UpdateFunctionCode: packageIn(''),
    UpdateFunctionConfiguration: [...functionSettings, capacityProvider],
  },
  // Source: "API operations defined by Amazon Lex V2"; IAM knows no test set that could be tagged.
  'lex-models-v2': {
    CreateBot: [lexTags('testBotAliasTags{}', 'bot alias')],
    StartImport: [
      lexTags(`${importedBot}.botTags{}`, 'bot'),
      lexTags(`${importedBot}.testBotAliasTags{}`, 'bot alias'),
      lexTags(`${importedTestSet}.testSetTags{}`),
    ],
  },
  rds: {
    CreateDBCluster: addRole,
    RestoreDBClusterFromS3: addRole,
    RestoreDBClusterFromSnapshot: addRole,
  },
  // Source: Amazon S3 API Reference, CreateBucket, permissions.
  s3: {
    CreateBucket: [
      {
        action: 's3:PutBucketAcl',
        when: [
          'ACL',
          'GrantFullControl',
          'GrantRead',
          'GrantReadACP',
          'GrantWrite',
          'GrantWriteACP',
        ],
        because: 'gives the new bucket an ACL',
      },
      ...['s3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning'].map((action) => ({
        action,
        when: ['whereTrue(ObjectLockEnabledForBucket)'],
        because: 'turns on the lock of objects in the new bucket',
      })),
      {
        action: 's3:PutBucketOwnershipControls',
        when: ['ObjectOwnership'],
        because: 'says who owns the objects of the new bucket',
      },
    ],
  },
  sfn: { CreateStateMachine: publishVersion, UpdateStateMachine: publishVersion },
  // Source: "API operations defined by Amazon SNS".
  sns: {
    CreateTopic: [
      {
        action: 'sns:PutDataProtectionPolicy',
        when: ['DataProtectionPolicy'],
        types: ['topic'],
        because: 'gives the topic the policy in `DataProtectionPolicy`',
      },
    ],
  },
  // Source: IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken with assumed roles";
  // "API operations defined by AWS Security Token Service".
  sts: {
    AssumeRole: [
      {
        ...onArn('sts:TagSession', 'RoleArn', 'sets session tags'),
        when: ['Tags[].Key'],
        offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags[].Key}'] } },
      },
      {
        ...onArn('sts:SetSourceIdentity', 'RoleArn', 'sets a source identity'),
        when: ['SourceIdentity'],
      },
      {
        ...onArn('sts:SetContext', 'RoleArn', 'sets a context'),
        when: ['ProvidedContexts[].ProviderArn'],
      },
    ],
    GetFederationToken: [
      {
        action: 'sts:TagSession',
        when: ['Tags[].Key'],
        types: [],
        offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags[].Key}'] } },
        because: 'sets session tags',
      },
    ],
    GetWebIdentityToken: [
      {
        action: 'sts:TagGetWebIdentityToken',
        when: ['Tags[].Key'],
        types: [],
        offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags[].Key}'] } },
        because: 'sets tags of the token',
      },
    ],
  },
};
