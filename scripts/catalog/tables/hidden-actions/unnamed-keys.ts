import type { OperationRows } from '../join-operation-rows.ts';
import { each, rowsOf, type UnnamedKeyUse } from './unnamed-key-use.ts';

const table: UnnamedKeyUse = {
  actions: ['Decrypt'],
  via: 'dynamodb',
  of: 'the table',
  source:
    'Amazon DynamoDB Developer Guide, "DynamoDB encryption at rest usage notes", table key caching',
};

const secret = {
  via: 'secretsmanager',
  of: 'the secret',
  source:
    'AWS Secrets Manager User Guide, "Secret encryption and decryption in AWS Secrets Manager", permissions for the KMS key',
} as const;

const parameter: UnnamedKeyUse = {
  actions: ['Decrypt'],
  via: 'ssm',
  of: 'the parameter',
  source:
    'AWS Systems Manager User Guide, "Restricting decryption of SecureString parameter values"',
  when: ['whereTrue(WithDecryption)'],
};

const queue = {
  via: 'sqs',
  of: 'the queue',
  source: 'Amazon SQS Developer Guide, "Amazon SQS Key management", AWS KMS permissions',
} as const;

const topic: UnnamedKeyUse = {
  actions: ['Decrypt', 'GenerateDataKey'],
  via: 'sns',
  of: 'the topic',
  source:
    'Amazon SNS Developer Guide, "Managing Amazon SNS encryption keys and costs", AWS KMS permissions',
};

const stream = {
  via: 'kinesis',
  of: 'the stream',
  source:
    'Amazon Kinesis Data Streams Developer Guide, "Permissions to use user-generated KMS keys"',
} as const;

const stateMachine = {
  via: 'states',
  of: 'the state machine',
  source:
    'AWS Step Functions Developer Guide, "Data at rest encryption in Step Functions", required permissions for API callers',
} as const;

const repository: UnnamedKeyUse = {
  actions: ['RetireGrant'],
  via: 'ecr',
  of: 'the repository',
  source: 'Amazon ECR User Guide, "Encryption at rest", required IAM permissions',
};

const vectors: UnnamedKeyUse = {
  actions: ['Decrypt'],
  via: 's3vectors',
  of: 'the vector bucket',
  source:
    'Amazon S3 User Guide, "Data protection and encryption in S3 Vectors", required KMS permissions',
};

const volume = {
  actions: [
    'CreateGrant',
    'Decrypt',
    'DescribeKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ],
  via: 'ec2',
  of: 'the volumes',
  source: 'Amazon EBS User Guide, "Requirements for Amazon EBS encryption", permissions for users',
} as const;

const metadata: UnnamedKeyUse = {
  actions: ['Decrypt'],
  via: 'glue',
  of: 'the Data Catalog',
  source: 'AWS Glue Developer Guide, "Encrypting your Data Catalog", enabling encryption',
};
const writtenMetadata: UnnamedKeyUse = {
  ...metadata,
  actions: ['CreateGrant', 'Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'],
};

const environment: UnnamedKeyUse = {
  actions: ['Decrypt'],
  via: 'lambda',
  of: 'the environment variables, which are left out of the answer otherwise',
  source:
    'AWS Lambda Developer Guide, "Securing Lambda environment variables", managing permissions to your key',
};

/** What services do with KMS keys that no request names, by service id and operation. */
export const unnamedKeys: OperationRows = {
  dynamodb: {
    ...each(
      table,
      'BatchExecuteStatement',
      'BatchGetItem',
      'BatchWriteItem',
      'DeleteItem',
      'ExecuteStatement',
      'ExecuteTransaction',
      'GetItem',
      'PutItem',
      'Query',
      'Scan',
      'TransactGetItems',
      'TransactWriteItems',
      'UpdateItem',
    ),
    ExportTableToPointInTime: rowsOf({
      ...table,
      source: 'Amazon DynamoDB Developer Guide, "Requesting a table export", S3 permissions',
    }),
    ImportTable: rowsOf({
      actions: ['Decrypt'],
      via: 's3',
      of: 'the objects that are imported',
      source:
        'Amazon DynamoDB Developer Guide, "Requesting a table import", AWS Key Management Service',
    }),
  },
  ec2: {
    ...each(volume, 'AttachVolume', 'StartInstances'),
    ...each({ ...volume, unless: ['KmsKeyId'] }, 'CopySnapshot', 'CreateVolume'),
    ...each({ ...volume, unless: ['BlockDeviceMappings[].Ebs.KmsKeyId'] }, 'RunInstances'),
  },
  ecr: each(repository, 'DeleteRepository'),
  glue: {
    ...each(
      metadata,
      'BatchGetPartition',
      'GetColumnStatisticsForPartition',
      'GetColumnStatisticsForTable',
      'GetDatabase',
      'GetDatabases',
      'GetPartition',
      'GetPartitions',
      'GetTable',
      'GetTableVersion',
      'GetTableVersions',
      'GetTables',
      'GetUserDefinedFunction',
      'GetUserDefinedFunctions',
      'SearchTables',
    ),
    ...each(
      writtenMetadata,
      'BatchCreatePartition',
      'BatchUpdatePartition',
      'CreateDatabase',
      'CreatePartition',
      'CreateTable',
      'CreateUserDefinedFunction',
      'UpdateColumnStatisticsForPartition',
      'UpdateColumnStatisticsForTable',
      'UpdateDatabase',
      'UpdatePartition',
      'UpdateTable',
      'UpdateUserDefinedFunction',
    ),
  },
  kinesis: {
    ...each({ ...stream, actions: ['Decrypt'] }, 'GetRecords', 'SubscribeToShard'),
    ...each({ ...stream, actions: ['GenerateDataKey'] }, 'PutRecord', 'PutRecords'),
  },
  lambda: each(environment, 'GetFunction', 'GetFunctionConfiguration'),
  s3vectors: each(
    vectors,
    'DeleteVectors',
    'GetVectors',
    'ListVectors',
    'PutVectors',
    'QueryVectors',
  ),
  'secrets-manager': {
    ...each({ ...secret, actions: ['Decrypt'] }, 'BatchGetSecretValue', 'GetSecretValue'),
    ...each({ ...secret, actions: ['Decrypt', 'GenerateDataKey'] }, 'PutSecretValue'),
    ...each({ ...secret, actions: ['Decrypt'] }, 'ReplicateSecretToRegions'),
    UpdateSecret: [
      ...rowsOf({ ...secret, actions: ['Decrypt', 'GenerateDataKey'], unless: ['KmsKeyId'] }),
      // Without these the versions that are there are left as they are, and the call succeeds.
      ...rowsOf({
        ...secret,
        of: 'the secret before the change, to encrypt its versions anew',
        actions: ['Decrypt'],
        when: ['KmsKeyId'],
      }),
      ...rowsOf({
        ...secret,
        of: 'the secret after the change, to encrypt its versions anew',
        actions: ['Encrypt'],
        when: ['KmsKeyId'],
      }).map((row) => ({ ...row, bind: { KeyId: 'kmsKey(KmsKeyId)' } })),
    ],
  },
  sfn: {
    // Calls that ask for no more than metadata need no key.
    ...each(
      { ...stateMachine, actions: ['Decrypt'], unless: ['isMetadataOnly(includedData)'] },
      'DescribeExecution',
      'DescribeStateMachine',
      'DescribeStateMachineForExecution',
      'StartSyncExecution',
    ),
    ...each({ ...stateMachine, actions: ['Decrypt'] }, 'GetExecutionHistory'),
    ...each({ ...stateMachine, of: 'the activity', actions: ['Decrypt'] }, 'GetActivityTask'),
    ...each(
      {
        ...stateMachine,
        actions: ['DescribeKey', 'GenerateDataKey'],
        unless: ['encryptionConfiguration.kmsKeyId'],
      },
      'UpdateStateMachine',
    ),
  },
  sns: {
    // A message to a phone number goes to no topic.
    ...each({ ...topic, unless: ['PhoneNumber'] }, 'Publish'),
    ...each(topic, 'PublishBatch'),
  },
  sqs: {
    ...each({ ...queue, actions: ['Decrypt'] }, 'ReceiveMessage'),
    ...each(
      { ...queue, actions: ['Decrypt', 'GenerateDataKey'] },
      'SendMessage',
      'SendMessageBatch',
    ),
  },
  ssm: each(
    parameter,
    'GetParameter',
    'GetParameterHistory',
    'GetParameters',
    'GetParametersByPath',
  ),
};
