import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

/**
 * What a service does with a KMS key that the request names. `via` is the service in `kms:ViaService`, where its guide
 * says that it calls KMS for the caller.
 */
interface KeyUse {
  readonly path: string;
  readonly actions: readonly string[];
  readonly via?: string;
  /** Where the answer says which key it was, which a request that names an alias does not. */
  readonly answered?: string;
}

const rowsOf = ({ path, actions, via, answered }: KeyUse): OperationRow =>
  actions.map((action): GrantRow => {
    const service = `${via}.\${Region}.\${DnsSuffix}`;
    return {
      action: `kms:${action}`,
      when: [`customerKey(${path})`],
      types: ['key'],
      bind: { KeyId: answered === undefined ? `kmsKey(${path})` : `kmsKey(${answered}?, ${path})` },
      ...(via !== undefined && { conditions: { StringEquals: { 'kms:ViaService': [service] } } }),
      because: `uses the key in \`${path}\``,
    };
  });

const encrypted = (path: string): KeyUse => ({
  path,
  actions: ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey'],
});
const granted = (path: string): KeyUse => ({ path, actions: ['CreateGrant', 'DescribeKey'] });

const bucketWrite: KeyUse = {
  path: 'SSEKMSKeyId',
  actions: ['GenerateDataKey'],
  via: 's3',
  answered: 'answer.SSEKMSKeyId',
};
const secret: KeyUse = {
  path: 'KmsKeyId',
  actions: ['Decrypt', 'GenerateDataKey'],
  via: 'secretsmanager',
};
const stateMachine: KeyUse = {
  path: 'encryptionConfiguration.kmsKeyId',
  actions: ['DescribeKey', 'GenerateDataKey'],
  via: 'states',
};
const schedule: KeyUse = {
  path: 'KmsKeyArn',
  actions: ['Decrypt', 'DescribeKey', 'GenerateDataKey'],
};
const environment: KeyUse = { path: 'KMSKeyArn', actions: ['CreateGrant', 'Encrypt'] };
const table: KeyUse = {
  path: 'SSESpecification.KMSMasterKeyId',
  actions: [
    'CreateGrant',
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ],
  via: 'dynamodb',
};
const volume = (path: string): KeyUse => ({
  path,
  actions: [
    'CreateGrant',
    'Decrypt',
    'DescribeKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ],
});
const database: KeyUse = encrypted('KmsKeyId');
const rdsResource = (path = 'KmsKeyId'): KeyUse => ({ ...granted(path), via: 'rds' });
/** What EFS and FSx ask of a key alike. */
const fileSystem = (path: string): KeyUse => ({
  path,
  actions: ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKeyWithoutPlaintext'],
});
const cassandraTable = (specification: string): KeyUse => ({
  path: `${specification}.kmsKeyIdentifier`,
  actions: table.actions,
});
const searchDomain: KeyUse = {
  path: 'EncryptionAtRestOptions.KmsKeyId',
  actions: ['CreateGrant'],
};
const recipe: KeyUse = {
  path: 'kmsKeyId',
  actions: ['Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'],
};

const uses: Readonly<Record<string, Readonly<Record<string, KeyUse>>>> = {
  // Source: column "Dependent actions" of each service's page in the Service Authorization Reference, but where a line
  // says another.
  // Source: Amazon Managed Service for Prometheus User Guide, "Encryption at rest".
  amp: { CreateWorkspace: { ...encrypted('kmsKeyArn'), via: 'aps' } },
  // Source: Amazon Athena User Guide, "Encryption at rest", permissions to encrypted data in Amazon S3.
  athena: {
    StartQueryExecution: {
      path: 'ResultConfiguration.EncryptionConfiguration.KmsKey',
      actions: ['Decrypt', 'GenerateDataKey'],
    },
  },
  // Source: AWS Backup Developer Guide, "Access control", API permissions.
  backup: {
    CreateBackupVault: {
      path: 'EncryptionKeyArn',
      actions: ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey', 'RetireGrant'],
    },
  },
  cloudtrail: {
    CreateEventDataStore: { path: 'KmsKeyId', actions: ['Decrypt', 'GenerateDataKey'] },
  },
  'docdb-elastic': {
    CopyClusterSnapshot: encrypted('kmsKeyId'),
    CreateCluster: encrypted('kmsKeyId'),
    RestoreClusterFromSnapshot: encrypted('kmsKeyId'),
  },
  // Source: Amazon DynamoDB Developer Guide, "DynamoDB encryption at rest usage notes", authorizing use of your KMS key.
  dynamodb: {
    CreateTable: table,
    // Source: Amazon DynamoDB Developer Guide, "Requesting a table import", AWS Key Management Service.
    ImportTable: { ...table, path: `TableCreationParameters.${table.path}` },
    UpdateTable: table,
  },
  // Source: Amazon EBS User Guide, "How Amazon EBS encryption works", permissions for IAM users.
  ec2: {
    CopyImage: volume('KmsKeyId'),
    CopySnapshot: volume('KmsKeyId'),
    CreateVolume: volume('KmsKeyId'),
    RunInstances: volume('BlockDeviceMappings[].Ebs.KmsKeyId'),
  },
  // Source: Amazon ECR User Guide, "Encryption at rest", required IAM permissions.
  ecr: {
    CreateRepository: {
      path: 'encryptionConfiguration.kmsKey',
      actions: ['CreateGrant', 'DescribeKey', 'RetireGrant'],
    },
  },
  // Source: Amazon EFS User Guide, "Using AWS KMS keys for Amazon EFS" and "Encrypting data at rest": in the name of the
  // caller.
  efs: {
    CreateFileSystem: { ...fileSystem('KmsKeyId'), via: 'elasticfilesystem' },
    CreateReplicationConfiguration: fileSystem('Destinations[].KmsKeyId'),
  },
  // Source: Amazon EKS User Guide, "Encrypt Kubernetes secrets with KMS on existing clusters".
  eks: {
    AssociateEncryptionConfig: granted('encryptionConfig[].provider.keyArn'),
    CreateCluster: granted('encryptionConfig[].provider.keyArn'),
  },
  // Source: Amazon OpenSearch Service Developer Guide, "Encryption of data at rest", permissions.
  'elasticsearch-service': {
    CreateElasticsearchDomain: searchDomain,
    UpdateElasticsearchDomainConfig: searchDomain,
  },
  // Source: the guides of Amazon FSx, "Encrypting data at rest", key policies.
  fsx: {
    CopyBackup: fileSystem('KmsKeyId'),
    CreateFileCache: fileSystem('KmsKeyId'),
    CreateFileSystem: fileSystem('KmsKeyId'),
    CreateFileSystemFromBackup: fileSystem('KmsKeyId'),
  },
  // Source: Amazon Keyspaces Developer Guide, "Encryption at rest: How to use customer managed keys", key policy: whatever
  // the Region.
  keyspaces: {
    CreateTable: cassandraTable('encryptionSpecification'),
    RestoreTable: cassandraTable('encryptionSpecificationOverride'),
    UpdateTable: cassandraTable('encryptionSpecification'),
  },
  // Source: AWS Lambda Developer Guide, "Securing Lambda environment variables", permissions of the user.
  lambda: { CreateFunction: environment, UpdateFunctionConfiguration: environment },
  glue: { CreateIntegration: granted('KmsKeyId') },
  imagebuilder: { CreateComponent: recipe, CreateContainerRecipe: recipe, CreateWorkflow: recipe },
  kafka: {
    CreateCluster: granted('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
    CreateClusterV2: granted('Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
  },
  'neptune-graph': {
    CreateGraph: { path: 'kmsKeyIdentifier', actions: ['CreateGrant', 'Decrypt', 'DescribeKey'] },
    CreateGraphUsingImportTask: {
      path: 'kmsKeyIdentifier',
      actions: ['CreateGrant', 'Decrypt', 'DescribeKey'],
    },
  },
  // Source: Amazon Location Service Developer Guide, "Data encryption at rest", key policy.
  location: {
    CreateGeofenceCollection: { ...granted('KmsKeyId'), via: 'geo' },
    CreateTracker: { ...granted('KmsKeyId'), via: 'geo' },
  },
  // Source: as for Elasticsearch.
  opensearch: { CreateDomain: searchDomain, UpdateDomainConfig: searchDomain },
  osis: {
    CreatePipeline: {
      path: 'EncryptionAtRestOptions.KmsKeyArn',
      actions: ['DescribeKey', 'GenerateDataKeyWithoutPlaintext'],
    },
    UpdatePipeline: {
      path: 'EncryptionAtRestOptions.KmsKeyArn',
      actions: ['DescribeKey', 'GenerateDataKeyWithoutPlaintext'],
    },
  },
  // Source, for what is not in that column: Amazon RDS User Guide, "AWS KMS key management", authorizing use of a customer
  // managed key.
  rds: {
    CopyDBClusterSnapshot: rdsResource(),
    CopyDBSnapshot: rdsResource(),
    CreateCustomDBEngineVersion: rdsResource('KMSKeyId'),
    CreateDBCluster: database,
    CreateDBInstance: database,
    CreateDBInstanceReadReplica: rdsResource(),
    CreateIntegration: granted('KMSKeyId'),
    RestoreDBClusterFromSnapshot: rdsResource(),
    RestoreDBClusterToPointInTime: rdsResource(),
    RestoreDBClusterFromS3: database,
    RestoreDBInstanceFromS3: database,
  },
  redshift: {
    CreateCluster: database,
    CreateIntegration: granted('KMSKeyId'),
    ModifyCluster: database,
    RestoreFromClusterSnapshot: database,
  },
  'redshift-serverless': {
    CreateNamespace: encrypted('kmsKeyId'),
    UpdateNamespace: encrypted('kmsKeyId'),
  },
  // Source: Amazon EventBridge Scheduler User Guide, "Encryption at rest in EventBridge Scheduler", identity-based
  // permissions.
  scheduler: { CreateSchedule: schedule, UpdateSchedule: schedule },
  // Source: Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys": to write, GenerateDataKey; for an
  // upload in parts Decrypt too.
  s3: {
    CopyObject: bucketWrite,
    CreateMultipartUpload: { ...bucketWrite, actions: ['Decrypt', 'GenerateDataKey'] },
    PutObject: bucketWrite,
    // Source: Amazon S3 API Reference, UpdateObjectEncryption, permissions.
    UpdateObjectEncryption: {
      path: 'ObjectEncryption.SSEKMS.KMSKeyArn',
      actions: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'],
      via: 's3',
    },
  },
  // Source: AWS Step Functions Developer Guide, "Data at rest encryption in Step Functions", required permissions.
  sfn: {
    CreateActivity: stateMachine,
    CreateStateMachine: stateMachine,
    UpdateStateMachine: stateMachine,
  },
  // Source: AWS Secrets Manager API Reference, CreateSecret and UpdateSecret, required permissions.
  'secrets-manager': { CreateSecret: secret, UpdateSecret: secret },
  // Source: Amazon S3 User Guide, "Data protection and encryption in S3 Vectors", required KMS permissions.
  s3vectors: {
    CreateVectorBucket: {
      path: 'encryptionConfiguration.kmsKeyArn',
      actions: ['GenerateDataKey'],
      via: 's3vectors',
    },
  },
  // Source: Amazon WorkSpaces Administration Guide, "Encrypted WorkSpaces", additional permissions using an IAM policy.
  workspaces: { CreateWorkspaces: granted('Workspaces[].VolumeEncryptionKey') },
};

// Source: Systems Manager User Guide, "AWS KMS encryption for Parameter Store SecureString parameters": Encrypt for a
// standard parameter, a data key for an advanced one.
const parameterKeys: OperationRow = (
  [
    ['kms:Encrypt', 'standardTierKey(KeyId, Tier?)'],
    ['kms:GenerateDataKey', 'advancedTierKey(KeyId, Tier?)'],
  ] as const
).map(([action, key]) => ({
  action,
  when: [key],
  types: ['key'],
  bind: { KeyId: 'kmsKey(KeyId)' },
  conditions: { StringEquals: { 'kms:ViaService': ['ssm.${Region}.${DnsSuffix}'] } },
  because: 'uses the key in `KeyId`',
}));

/** What operations do with the KMS keys that their requests name, by service id and operation. */
export const namedKeys: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> = {
  ...Object.fromEntries(
    Object.entries(uses).map(([service, operations]) => [
      service,
      Object.fromEntries(
        Object.entries(operations).map(([operation, use]) => [operation, rowsOf(use)]),
      ),
    ]),
  ),
  ssm: { PutParameter: parameterKeys },
};
