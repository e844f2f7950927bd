const iamTagActions = {
  CreateInstanceProfile: 'iam:TagInstanceProfile',
  CreateOpenIDConnectProvider: 'iam:TagOpenIDConnectProvider',
  CreatePolicy: 'iam:TagPolicy',
  CreateRole: 'iam:TagRole',
  CreateSAMLProvider: 'iam:TagSAMLProvider',
  CreateUser: 'iam:TagUser',
  CreateVirtualMFADevice: 'iam:TagMFADevice',
  UploadServerCertificate: 'iam:TagServerCertificate',
};

/**
 * The action that a service checks, beside the operation's own, where a request that creates something carries tags: by
 * service id, for all its operations or by operation. Services that are not here take the tags under the operation's own
 * action, or do not say.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference, which lists the
 * tagging action beside the one that creates. For EC2, Elastic Load Balancing and EFS the user guides, "Grant permission
 * to tag resources during creation"; for EMR the Management Guide, "Tag and categorize cluster resources".
 */
export const tagOnCreate: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  acm: 'acm:AddTagsToCertificate',
  'acm-pca': 'acm-pca:TagCertificateAuthority',
  amplify: 'amplify:TagResource',
  'app-mesh': 'appmesh:TagResource',
  appconfig: 'appconfig:TagResource',
  apprunner: 'apprunner:TagResource',
  appsync: 'appsync:TagResource',
  athena: 'athena:TagResource',
  'auto-scaling': 'autoscaling:CreateOrUpdateTags',
  backup: 'backup:TagResource',
  batch: 'batch:TagResource',
  bedrock: 'bedrock:TagResource',
  'bedrock-agent': 'bedrock:TagResource',
  'bedrock-agent-runtime': 'bedrock:TagResource',
  'bedrock-agentcore-control': 'bedrock-agentcore:TagResource',
  'bedrock-data-automation': 'bedrock:TagResource',
  'bedrock-data-automation-runtime': 'bedrock:TagResource',
  'bedrock-runtime': 'bedrock:TagResource',
  cloudformation: 'cloudformation:TagResource',
  cloudfront: 'cloudfront:TagResource',
  cloudtrail: 'cloudtrail:AddTags',
  cloudwatch: 'cloudwatch:TagResource',
  // A new log group is tagged by a row of its own (dependent-actions/created-with.ts).
  'cloudwatch-logs': {
    CreateDelivery: 'logs:TagResource',
    CreateLogAnomalyDetector: 'logs:TagResource',
    CreateLookupTable: 'logs:TagResource',
    CreateScheduledQuery: 'logs:TagResource',
    PutDeliveryDestination: 'logs:TagResource',
    PutDeliverySource: 'logs:TagResource',
    PutDestination: 'logs:TagResource',
  },
  codecommit: 'codecommit:TagResource',
  codeconnections: 'codeconnections:TagResource',
  'codestar-connections': 'codestar-connections:TagResource',
  codedeploy: 'codedeploy:TagResource',
  codepipeline: 'codepipeline:TagResource',
  'cognito-identity': 'cognito-identity:TagResource',
  'cognito-identity-provider': 'cognito-idp:TagResource',
  comprehend: 'comprehend:TagResource',
  'config-service': 'config:TagResource',
  'database-migration-service': 'dms:AddTagsToResource',
  databrew: 'databrew:TagResource',
  datasync: 'datasync:TagResource',
  'direct-connect': 'directconnect:TagResource',
  'directory-service': 'ds:AddTagsToResource',
  dsql: 'dsql:TagResource',
  dynamodb: 'dynamodb:TagResource',
  ec2: 'ec2:CreateTags',
  ecr: 'ecr:TagResource',
  ecs: 'ecs:TagResource',
  efs: 'elasticfilesystem:TagResource',
  eks: 'eks:TagResource',
  'elastic-load-balancing': 'elasticloadbalancing:AddTags',
  elasticache: 'elasticache:AddTagsToResource',
  'elasticsearch-service': 'es:AddTags',
  emr: { RunJobFlow: 'elasticmapreduce:AddTags' },
  'emr-containers': 'emr-containers:TagResource',
  'emr-serverless': 'emr-serverless:TagResource',
  eventbridge: 'events:TagResource',
  firehose: 'firehose:TagDeliveryStream',
  fis: 'fis:TagResource',
  fsx: 'fsx:TagResource',
  gamelift: 'gamelift:TagResource',
  'global-accelerator': 'globalaccelerator:TagResource',
  glue: 'glue:TagResource',
  guardduty: 'guardduty:TagResource',
  iam: iamTagActions,
  imagebuilder: 'imagebuilder:TagResource',
  inspector2: 'inspector2:TagResource',
  iot: 'iot:TagResource',
  kafka: 'kafka:TagResource',
  kendra: 'kendra:TagResource',
  kinesis: {
    CreateChannel: 'kinesis:TagResource',
    CreateStream: 'kinesis:AddTagsToStream',
    RegisterStreamConsumer: 'kinesis:TagResource',
  },
  kms: 'kms:TagResource',
  lambda: 'lambda:TagResource',
  macie2: 'macie2:TagResource',
  mediaconvert: 'mediaconvert:TagResource',
  medialive: 'medialive:CreateTags',
  memorydb: 'memorydb:TagResource',
  mq: 'mq:CreateTags',
  'network-firewall': 'network-firewall:TagResource',
  omics: 'omics:TagResource',
  opensearch: 'es:AddTags',
  organizations: 'organizations:TagResource',
  pipes: 'pipes:TagResource',
  quicksight: 'quicksight:TagResource',
  ram: 'ram:TagResource',
  rds: 'rds:AddTagsToResource',
  redshift: 'redshift:CreateTags',
  'redshift-serverless': 'redshift-serverless:TagResource',
  rekognition: 'rekognition:TagResource',
  'resource-groups': 'resource-groups:Tag',
  rolesanywhere: 'rolesanywhere:TagResource',
  s3: { CreateBucket: 's3:TagResource' },
  // An access point's tags are in operation-actions/s3-control.ts: the action depends on its kind.
  's3-control': { CreateStorageLensGroup: 's3:TagResource' },
  s3tables: 's3tables:TagResource',
  // Source: Amazon S3 API Reference, CreateIndex and CreateVectorBucket, permissions.
  s3vectors: 's3vectors:TagResource',
  sagemaker: 'sagemaker:AddTags',
  scheduler: 'scheduler:TagResource',
  schemas: 'schemas:TagResource',
  'secrets-manager': 'secretsmanager:TagResource',
  securityhub: 'securityhub:TagResource',
  servicediscovery: 'servicediscovery:TagResource',
  sfn: 'states:TagResource',
  signer: 'signer:TagResource',
  sns: 'sns:TagResource',
  sqs: 'sqs:TagQueue',
  ssm: 'ssm:AddTagsToResource',
  'storage-gateway': 'storagegateway:AddTagsToResource',
  swf: 'swf:TagResource',
  synthetics: 'synthetics:TagResource',
  'timestream-query': 'timestream:TagResource',
  'timestream-write': 'timestream:TagResource',
  transcribe: 'transcribe:TagResource',
  transfer: 'transfer:TagResource',
  'vpc-lattice': 'vpc-lattice:TagResource',
  wafv2: 'wafv2:TagResource',
  workspaces: 'workspaces:CreateTags',
  xray: 'xray:TagResource',
};

/**
 * The resource types that an operation creates, of those that the tagging action can be checked on, where the
 * operation's name does not say it; an empty list where IAM knows no such type.
 * Source: the operation's page in the service's API reference.
 */
export const createdTypes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  batch: { RegisterJobDefinition: ['job-definition-revision'] },
  'bedrock-agentcore-control': {
    CreateBrowser: ['browser-custom'],
    CreateCodeInterpreter: ['code-interpreter-custom'],
    CreateConfigurationBundle: [],
    CreateConsentPortal: [],
    CreateDataset: [],
  },
  bedrock: { CreateModelCopyJob: ['custom-model'] },
  'bedrock-data-automation': {
    InvokeBlueprintOptimizationAsync: ['blueprint-optimization-invocation'],
  },
  'bedrock-data-automation-runtime': {
    InvokeDataAutomationAsync: ['data-automation-invocation-job'],
  },
  comprehend: { CreateEndpoint: ['document-classifier-endpoint', 'entity-recognizer-endpoint'] },
  datasync: Object.fromEntries(
    [
      'AzureBlob',
      'Efs',
      'FsxLustre',
      'FsxOntap',
      'FsxOpenZfs',
      'FsxWindows',
      'Hdfs',
      'Nfs',
      'ObjectStorage',
      'S3',
      'Smb',
    ].map((kind) => [`CreateLocation${kind}`, ['location']]),
  ),
  'direct-connect': {
    AllocateHostedConnection: ['dxcon'],
    CreateConnection: ['dxcon'],
    CreateDirectConnectGateway: ['dx-gateway'],
    CreateInterconnect: ['dxcon'],
    CreateLag: ['dxlag'],
  },
  emr: { RunJobFlow: ['cluster'] },
  iot: { RegisterCACertificate: ['cacert'] },
  organizations: { InviteAccountToOrganization: ['account'] },
  rds: {
    CreateDBInstance: ['db'],
    CreateDBInstanceReadReplica: ['db'],
    CreateDBShardGroup: ['shardgrp'],
    RestoreDBClusterFromS3: ['cluster'],
    RestoreDBClusterFromSnapshot: ['cluster'],
    RestoreDBClusterToPointInTime: ['cluster'],
    RestoreDBInstanceFromDBSnapshot: ['db'],
    RestoreDBInstanceFromS3: ['db'],
    RestoreDBInstanceToPointInTime: ['db'],
    StartDBInstanceAutomatedBackupsReplication: ['auto-backup'],
  },
  ram: {
    CreatePermission: ['customer-managed-permission'],
    CreateResourceShare: ['resource-share'],
  },
  sagemaker: { CreateHubContentReference: ['hub-content'], CreateTrial: ['experiment-trial'] },
  'storage-gateway': { CreateTapeWithBarcode: ['tape'], CreateTapes: ['tape'] },
};

/**
 * Operations that take tags under their own action alone, of services that check another one elsewhere.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference.
 */
export const untagged: Readonly<Record<string, readonly string[]>> = {
  acm: ['CreateAcmeDomainValidation', 'CreateAcmeEndpoint', 'CreateAcmeExternalAccountBinding'],
  bedrock: ['CreateMarketplaceModelEndpoint'],
  'cognito-identity-provider': ['CreateUserPoolReplica'],
  'config-service': [
    'PutOrganizationConfigRule',
    'PutResourceConfig',
    'PutServiceLinkedConfigurationRecorder',
    'PutThirdPartyServiceLinkedConfigurationRecorder',
  ],
  ecr: ['CreateRepositoryCreationTemplate'],
  glue: ['CreateColumnStatisticsTaskSettings'],
  // The replica is tagged in its own Region: operation-actions/keys.ts.
  kms: ['ReplicateKey'],
  ssm: ['StartChangeRequestExecution'],
};

/**
 * Where the keys of the tags stand, of operations that do not have them in a parameter of their own called tags.
 * Source: the operation's page in the service's API reference.
 */
export const tagPaths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  backup: { CreateTieringConfiguration: 'TieringConfigurationTags{}' },
  bedrock: {
    CreateCustomModel: 'modelTags[].key',
    CreateModelCopyJob: 'targetModelTags[].key',
  },
  cloudfront: Object.fromEntries(
    [
      'CreateAnycastIpList',
      'CreateConnectionFunction',
      'CreateConnectionGroup',
      'CreateDistributionTenant',
      'CreateFunction',
      'CreateKeyValueStore',
      'CreateTrustStore',
      'CreateVpcOrigin',
    ].map((operation) => [operation, 'Tags.Items[].Key']),
  ),
  ec2: { RequestSpotFleet: 'SpotFleetRequestConfig.TagSpecifications[].Tags[].Key' },
  s3: { CreateBucket: 'CreateBucketConfiguration.Tags[].Key' },
  workspaces: { CreateWorkspaces: 'Workspaces[].Tags[].Key' },
};
