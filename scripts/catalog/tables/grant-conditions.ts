import type { ConditionRow } from './operation-actions/row.ts';

/** Conditions of a grant. */
export interface GrantConditions {
  readonly conditions?: ConditionRow;
  readonly offered?: ConditionRow;
}

type OperationConditions = Readonly<Record<string, Readonly<Record<string, GrantConditions>>>>;

const listing: ConditionRow = {
  StringEquals: { 's3:delimiter': ['{Delimiter}'], 's3:prefix': ['{Prefix}'] },
};

const withContext = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
]);

// Where neither request nor answer says which key an alias stands for, it is any key that is asked for by this alias.
// Source: AWS KMS Developer Guide, "kms:RequestAlias" and "kms:EncryptionContextKeys".
function keyConditions(operation: string, parameter: string, answer = 'KeyId'): GrantConditions {
  const expression = `{kmsRequestAlias(${parameter}, answer.${answer}?)}`;
  const alias = { StringEquals: { 'kms:RequestAlias': [expression] } };
  if (!withContext.has(operation)) return { conditions: alias };
  return {
    conditions: alias,
    offered: {
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['{EncryptionContext{}}'] },
      // The values of a context are payload: any will do.
      StringLike: { 'kms:EncryptionContext:{EncryptionContext{}}': ['*'] },
    },
  };
}

const offer = (operator: string, key: string, expression: string): GrantConditions => ({
  offered: { [operator]: { [key]: [`{${expression}}`] } },
});

const inNamespace = (operation: string, keys: ConditionRow[string]) => ({
  [`s3tables:${operation}`]: { conditions: { StringEquals: keys } },
});

/**
 * Conditions on the actions of operations, by service id, operation and action. `conditions` say no more than what the
 * call's resources would, could these carry it; `offered` ones hold for the request, but may fail another one that the
 * program makes in its next run.
 */
export const grantConditions: Readonly<Record<string, OperationConditions>> = {
  // Source: CloudWatch User Guide, "Using condition keys to limit access to CloudWatch namespaces".
  cloudwatch: {
    PutMetricData: {
      'cloudwatch:PutMetricData': {
        conditions: { StringEquals: { 'cloudwatch:namespace': ['{Namespace}'] } },
      },
    },
  },
  // Source: Amazon DynamoDB Developer Guide, "Specifying conditions: using condition keys".
  dynamodb: {
    Query: { 'dynamodb:Query': { offered: { StringEquals: { 'dynamodb:Select': ['{Select}'] } } } },
    Scan: { 'dynamodb:Scan': { offered: { StringEquals: { 'dynamodb:Select': ['{Select}'] } } } },
  },
  // Source: Amazon ECS Developer Guide, "Identity-based policy examples", ecs:cluster.
  ecs: Object.fromEntries(
    ['ListTasks', 'RunTask', 'StartTask'].map((operation) => [
      operation,
      { [`ecs:${operation}`]: offer('ArnEquals', 'ecs:cluster', 'ecsClusterArn(cluster?)') },
    ]),
  ),
  // Source: IAM User Guide, "Controlling access to policies", iam:PolicyARN, and "Permissions boundaries for IAM entities".
  iam: {
    CreateRole: {
      'iam:CreateRole': offer('StringEquals', 'iam:PermissionsBoundary', 'PermissionsBoundary'),
    },
    CreateUser: {
      'iam:CreateUser': offer('StringEquals', 'iam:PermissionsBoundary', 'PermissionsBoundary'),
    },
    ...Object.fromEntries(
      ['Group', 'Role', 'User']
        .flatMap((kind) => [`Attach${kind}Policy`, `Detach${kind}Policy`])
        .map((operation) => [
          operation,
          {
            [`iam:${operation}`]: { offered: { ArnEquals: { 'iam:PolicyARN': ['{PolicyArn}'] } } },
          },
        ]),
    ),
  },
  kms: {
    ...Object.fromEntries(
      [
        'Decrypt',
        'DeriveSharedSecret',
        'Encrypt',
        'GenerateDataKey',
        'GenerateDataKeyPair',
        'GenerateDataKeyPairWithoutPlaintext',
        'GenerateDataKeyWithoutPlaintext',
        'GenerateMac',
        'GetPublicKey',
        'Sign',
        'Verify',
        'VerifyMac',
      ].map((operation) => [
        operation,
        { [`kms:${operation}`]: keyConditions(operation, 'KeyId') },
      ]),
    ),
    DescribeKey: { 'kms:DescribeKey': keyConditions('DescribeKey', 'KeyId', 'KeyMetadata.Arn') },
    ReEncrypt: {
      'kms:ReEncryptFrom': keyConditions('ReEncryptFrom', 'SourceKeyId', 'SourceKeyId'),
      'kms:ReEncryptTo': keyConditions('ReEncryptTo', 'DestinationKeyId'),
    },
  },
  // Source: AWS Lambda Developer Guide, "Fine-tuning the Resources and Conditions sections of policies".
  lambda: Object.fromEntries(
    ['CreateEventSourceMapping', 'UpdateEventSourceMapping'].map((operation) => [
      operation,
      {
        [`lambda:${operation}`]: offer(
          'ArnEquals',
          'lambda:FunctionArn',
          'functionArn(FunctionName)',
        ),
      },
    ]),
  ),
  // Source: Amazon S3 User Guide, "Bucket policy examples using condition keys", s3:prefix.
  s3: {
    // Source: "Condition keys for Amazon S3 Express", Service Authorization Reference.
    CreateSession: {
      's3express:CreateSession': offer('StringEquals', 's3express:SessionMode', 'SessionMode'),
    },
    ListObjectVersions: { 's3:ListBucketVersions': { offered: listing } },
    ListObjects: { 's3:ListBucket': { offered: listing } },
    ListObjectsV2: { 's3:ListBucket': { offered: listing } },
  },
  // A table's ARN ends in an id that no request carries. Source: "Condition keys for Amazon S3 Tables", Service
  // Authorization Reference.
  s3tables: {
    ...Object.fromEntries(
      ['CreateTable', 'DeleteNamespace', 'GetNamespace', 'ListTables'].map((operation) => [
        operation,
        inNamespace(operation, { 's3tables:namespace': ['{namespace}'] }),
      ]),
    ),
    ...Object.fromEntries(
      [
        'DeleteTable',
        'DeleteTablePolicy',
        'GetTable',
        'GetTableEncryption',
        'GetTableMaintenanceConfiguration',
        'GetTableMaintenanceJobStatus',
        'GetTableMetadataLocation',
        'GetTablePolicy',
        'GetTableStorageClass',
        'PutTableMaintenanceConfiguration',
        'PutTablePolicy',
        'RenameTable',
        'UpdateTableMetadataLocation',
      ].map((operation) => [
        operation,
        inNamespace(operation, {
          's3tables:namespace': ['{namespace}'],
          's3tables:tableName': ['{name}'],
        }),
      ]),
    ),
  },
  // Namespaces and services have ids in their ARNs, which this request has not. Source: "Condition keys for AWS Cloud Map",
  // Service Authorization Reference.
  servicediscovery: Object.fromEntries(
    ['DiscoverInstances', 'DiscoverInstancesRevision'].map((operation) => [
      operation,
      {
        [`servicediscovery:${operation}`]: {
          conditions: {
            StringEquals: {
              'servicediscovery:NamespaceName': ['{NamespaceName}'],
              'servicediscovery:ServiceName': ['{ServiceName}'],
            },
          },
        },
      },
    ]),
  ),
  // Source: Amazon SES Developer Guide, "Identity and access management in Amazon SES", restricting email addresses.
  ses: {
    SendBounce: { 'ses:SendBounce': offer('StringEquals', 'ses:FromAddress', 'BounceSender') },
    SendEmail: { 'ses:SendEmail': offer('StringEquals', 'ses:FromAddress', 'Source') },
    SendRawEmail: { 'ses:SendRawEmail': offer('StringEquals', 'ses:FromAddress', 'Source') },
  },
  sesv2: {
    SendEmail: { 'ses:SendEmail': offer('StringEquals', 'ses:FromAddress', 'FromEmailAddress') },
  },
  // Source: "Condition keys for AWS Secrets Manager", Service Authorization Reference.
  'secrets-manager': {
    CreateSecret: {
      'secretsmanager:CreateSecret': offer('StringEquals', 'secretsmanager:KmsKeyId', 'KmsKeyId'),
    },
    DeleteSecret: {
      'secretsmanager:DeleteSecret': {
        offered: {
          Bool: {
            'secretsmanager:ForceDeleteWithoutRecovery': ['{ForceDeleteWithoutRecovery}'],
          },
          NumericEquals: { 'secretsmanager:RecoveryWindowInDays': ['{RecoveryWindowInDays}'] },
        },
      },
    },
    GetSecretValue: {
      'secretsmanager:GetSecretValue': {
        offered: {
          StringEquals: {
            'secretsmanager:VersionId': ['{VersionId}'],
            'secretsmanager:VersionStage': ['{VersionStage}'],
          },
        },
      },
    },
    PutResourcePolicy: {
      'secretsmanager:PutResourcePolicy': offer(
        'Bool',
        'secretsmanager:BlockPublicPolicy',
        'BlockPublicPolicy',
      ),
    },
    RotateSecret: {
      'secretsmanager:RotateSecret': {
        offered: {
          ArnEquals: { 'secretsmanager:RotationLambdaARN': ['{RotationLambdaARN}'] },
          Bool: { 'secretsmanager:RotateImmediately': ['{RotateImmediately}'] },
        },
      },
    },
    UpdateSecret: {
      'secretsmanager:UpdateSecret': offer('StringEquals', 'secretsmanager:KmsKeyId', 'KmsKeyId'),
    },
    UpdateSecretVersionStage: {
      'secretsmanager:UpdateSecretVersionStage': offer(
        'StringEquals',
        'secretsmanager:VersionStage',
        'VersionStage',
      ),
    },
  },
  // Source: "Condition keys for Amazon SNS", Service Authorization Reference. The endpoint may be somebody's address.
  sns: { Subscribe: { 'sns:Subscribe': offer('StringEquals', 'sns:Protocol', 'Protocol') } },
  // Source: IAM User Guide, "IAM and AWS STS condition context keys".
  sts: {
    AssumeRole: {
      'sts:AssumeRole': {
        offered: {
          StringEquals: {
            'sts:ExternalId': ['{ExternalId}'],
            'sts:RoleSessionName': ['{RoleSessionName}'],
          },
        },
      },
    },
  },
};
