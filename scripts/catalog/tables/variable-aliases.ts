/**
 * ARN variables that no binding rule fills, by IAM prefix: for each variable the parameter expressions to try, first
 * to last. An expression is a parameter path or a transform of parameters (iam/authorize/transforms.ts); it is used
 * for operations that have its parameters (`?` marks one that may be missing).
 * Source: the ARN's form in the service's page of the Service Authorization Reference, held against the operation's
 * members in its API reference.
 */
export const variableAliases: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  autoscaling: {
    GroupFriendlyName: ['AutoScalingGroupName', 'AutoScalingGroupNames[]'],
    LaunchConfigurationName: ['LaunchConfigurationName', 'LaunchConfigurationNames[]'],
  },
  cassandra: { KeyspaceName: ['keyspaceName'], TableName: ['tableName'] },
  cloudwatch: { AlarmName: ['AlarmName', 'AlarmNames[]'] },
  // DataBrew's ids are the names (measured over its operations).
  databrew: { ResourceId: ['Name'] },
  codepipeline: { PipelineName: ['pipeline.name'] },
  dynamodb: {
    TableName: ['TableName', 'SourceTableName', 'TargetTableName'],
    BackupName: ['BackupArn'],
  },
  ec2: {
    SecurityGroupId: ['GroupId', 'GroupIds[]'],
    VpcId: ['VpcId', 'VpcIds[]'],
    InstanceId: ['InstanceId', 'InstanceIds[]'],
    VolumeId: ['VolumeId', 'VolumeIds[]'],
    KeyPairName: ['KeyName'],
  },
  ecs: {
    ClusterName: ['ecsCluster(cluster?)', 'ecsCluster(clusters[])', 'clusterName'],
    ServiceName: ['service', 'services[]', 'serviceName'],
    TaskId: ['task', 'tasks[]'],
    ContainerInstanceId: ['containerInstance', 'containerInstances[]'],
    TaskDefinitionFamilyName: ['taskFamily(taskDefinition)', 'family'],
    TaskDefinitionRevisionNumber: ['taskRevision(taskDefinition)'],
  },
  elasticfilesystem: { FileSystemId: ['FileSystemId'] },
  events: {
    EventBusName: ['customEventBus(EventBusName)'],
    RuleName: ['Name', 'Rule'],
  },
  'execute-api': { ApiSpecificResourcePath: ['Path'] },
  iam: {
    GroupNameWithPath: ['iamPath(Path?, GroupName)'],
    InstanceProfileNameWithPath: ['iamPath(Path?, InstanceProfileName)'],
    PolicyNameWithPath: ['iamPath(Path?, PolicyName)'],
    RoleNameWithPath: ['iamPath(Path?, RoleName)'],
    CertificateNameWithPath: ['iamPath(Path?, ServerCertificateName)'],
    UserNameWithPath: ['iamPath(Path?, UserName)'],
  },
  kinesis: { StreamName: ['StreamName'] },
  kms: { KeyId: ['kmsKey(KeyId)', 'kmsKey(TargetKeyId)'], Alias: ['kmsAlias(AliasName)'] },
  lambda: {
    FunctionName: ['lambdaFunctionName(FunctionName)'],
    LayerVersion: ['VersionNumber'],
    CodeSigningConfigId: ['CodeSigningConfigArn'],
  },
  logs: {
    LogGroupName: [
      'logGroup(logGroupName)',
      'logGroup(logGroupIdentifier)',
      'logGroup(logGroupNames[])',
      'logGroup(logGroupIdentifiers[])',
    ],
  },
  mobiletargeting: { AppId: ['ApplicationId'] },
  rds: {
    ClusterParameterGroupName: ['DBClusterParameterGroupName'],
    ClusterSnapshotName: ['DBClusterSnapshotIdentifier'],
    DbClusterInstanceName: ['DBClusterIdentifier'],
    DbInstanceName: ['DBInstanceIdentifier'],
    OptionGroupName: ['OptionGroupName'],
    ParameterGroupName: ['DBParameterGroupName'],
    SecurityGroupName: ['DBSecurityGroupName'],
    SnapshotName: ['DBSnapshotIdentifier'],
    SubnetGroupName: ['DBSubnetGroupName'],
    SubscriptionName: ['SubscriptionName'],
  },
  s3: {
    AccessPointName: ['accessPoint(Bucket)'],
    BucketName: ['bucketName(Bucket)'],
    ObjectName: ['Key'],
  },
  s3express: { BucketName: ['Bucket'] },
  scheduler: { GroupName: ['orDefault(GroupName?)', 'Name'] },
  secretsmanager: { SecretId: ['secretName(SecretId)', 'secretName(Name)'] },
  sns: { TopicName: ['Name'] },
  sqs: { QueueName: ['queueName(QueueUrl)', 'QueueName'] },
  ssm: {
    ParameterNameWithoutLeadingSlash: [
      'ssmParameter(Name)',
      'ssmParameter(Names[])',
      'ssmParameter(Path)',
    ],
    PatchBaselineIdResourceId: ['BaselineId'],
    DocumentName: ['DocumentName', 'Name'],
  },
  states: {
    StateMachineName: ['name'],
    ActivityName: ['name'],
  },
  sts: { RoleNameWithPath: [] },
};

/**
 * Parameters that say a whole ARN though they are not called so, by IAM prefix and resource type.
 * Source: the parameter's description in the service's API reference.
 */
export const arnAliases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  iam: {
    group: ['answer.Group.Arn'],
    'instance-profile': ['answer.InstanceProfile.Arn'],
    role: ['answer.Role.Arn'],
    'server-certificate': ['answer.ServerCertificate.ServerCertificateMetadata.Arn'],
    user: ['answer.User.Arn'],
  },
  kms: { key: ['answer.KeyId', 'answer.KeyMetadata.Arn'] },
  secretsmanager: { secret: ['answer.ARN'] },
  sqs: { queue: ['queueArn(QueueUrl)', 'queueArn(answer.QueueUrl)'] },
};

/**
 * Parameters that may hold an ARN which is not the one of the resource, by IAM prefix and resource type: the variable
 * aliases tell which it is.
 * Source: AWS KMS Developer Guide, "Key identifiers": a key may be named by the ARN of an alias.
 */
export const neverArns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kms: { key: ['KeyId', 'TargetKeyId'] },
};
