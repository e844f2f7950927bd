import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const onSecret = (when: string, prefix: string, names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `secretsmanager:${name}`,
    when: [`whereTrue(${when})`],
    template: `arn:\${Partition}:secretsmanager:\${Region}:\${Account}:secret:${prefix}!*`,
    because: 'keeps the password in a secret that is made in the name of the caller',
  }));

const secretKey = (path: string): OperationRow =>
  ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey'].map((name) => ({
    action: `kms:${name}`,
    when: [path],
    types: ['key'],
    bind: { KeyId: `kmsKey(${path})` },
    because: `uses the key in \`${path}\` for the password's secret`,
  }));

const managed = (
  prefix: string,
  flag: string,
  key: string,
  ...more: readonly string[]
): OperationRow => [
  ...onSecret(flag, prefix, ['CreateSecret', 'TagResource', ...more]),
  ...secretKey(key),
];

const rdsPassword = managed('rds', 'ManageMasterUserPassword', 'MasterUserSecretKmsKeyId');
const rdsPasswordChange: OperationRow = [
  ...rdsPassword,
  ...onSecret('RotateMasterUserPassword', 'rds', ['RotateSecret']),
];
const redshiftPassword = managed(
  'redshift',
  'ManageMasterPassword',
  'MasterPasswordSecretKmsKeyId',
  'RotateSecret',
);
const namespacePassword = managed(
  'redshift',
  'manageAdminPassword',
  'adminPasswordSecretKmsKeyId',
  'RotateSecret',
);

// The instances of a Multi-AZ cluster belong to it: no request names them.
const onInstances = (action: string, ...when: readonly string[]): OperationRow => [
  {
    action: `rds:${action}`,
    ...(when.length > 0 && { when }),
    template: 'arn:${Partition}:rds:${Region}:${Account}:db:*',
    because: 'reaches the instances of the cluster',
  },
];

const tenant: OperationRow = [
  {
    action: 'rds:CreateTenantDatabase',
    when: ['whereTrue(MultiTenant)'],
    types: ['db', 'tenant-database'],
    bind: { DbInstanceName: 'DBInstanceIdentifier' },
    because: 'makes the first tenant database of the instance',
  },
];

const staged = (
  because: string,
  when: string | undefined,
  names: readonly string[],
): OperationRow =>
  names.map((name) => ({
    action: `rds:${name}`,
    ...(when !== undefined && { when: [when] }),
    types: [],
    because,
  }));

const copies = 'makes the copy in the name of the caller, under names that it chooses';

/** What else operations on databases need, by service id and operation. */
export const databaseActions: OperationRows = {
  // Source: Amazon RDS User Guide, "Password management with Amazon RDS and AWS Secrets Manager", permissions, and
  // "Authorizing access to Amazon RDS blue/green deployment operations"; Amazon Aurora User Guide, the same for Aurora;
  // column "Dependent actions" of Amazon RDS in the Service Authorization Reference.
  rds: {
    CreateBlueGreenDeployment: [
      ...staged(copies, undefined, ['CreateDBInstanceReadReplica']),
      ...staged(copies, 'clusterArn(Source)', [
        'CreateDBCluster',
        'CreateDBClusterEndpoint',
        'CreateDBInstance',
      ]),
    ],
    CreateDBCluster: [...rdsPassword, ...onInstances('CreateDBInstance', 'DBClusterInstanceClass')],
    CreateDBInstance: [...rdsPassword, ...tenant],
    DeleteBlueGreenDeployment: staged(
      'removes the copy in the name of the caller',
      'whereTrue(DeleteTarget)',
      ['DeleteDBCluster', 'DeleteDBClusterEndpoint', 'DeleteDBInstance'],
    ),
    ModifyDBCluster: [
      ...rdsPasswordChange,
      ...onInstances('ModifyDBInstance', 'DBClusterInstanceClass'),
    ],
    ModifyDBInstance: rdsPasswordChange,
    RebootDBCluster: onInstances('RebootDBInstance'),
    RestoreDBClusterFromS3: rdsPassword,
    RestoreDBClusterFromSnapshot: onInstances('CreateDBInstance', 'DBClusterInstanceClass'),
    RestoreDBClusterToPointInTime: onInstances('CreateDBInstance', 'DBClusterInstanceClass'),
    RestoreDBInstanceFromS3: rdsPassword,
  },
  // Source: Amazon Redshift Management Guide, "Managing Amazon Redshift admin passwords using AWS Secrets Manager",
  // permissions.
  redshift: {
    CreateCluster: redshiftPassword,
    ModifyCluster: redshiftPassword,
    RestoreFromClusterSnapshot: redshiftPassword,
  },
  'redshift-serverless': {
    CreateNamespace: namespacePassword,
    RestoreFromSnapshot: namespacePassword,
    UpdateNamespace: namespacePassword,
  },
};
