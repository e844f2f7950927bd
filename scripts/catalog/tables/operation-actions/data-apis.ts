import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

// How the request says to log in to the database decides what else the caller needs.
const logins: readonly GrantRow[] = [
  {
    action: 'redshift:GetClusterCredentials',
    when: ['DbUser'],
    bind: { ClusterName: 'ClusterIdentifier', DbName: 'Database', DbUser: 'DbUser' },
  },
  {
    action: 'redshift:GetClusterCredentialsWithIAM',
    when: ['ClusterIdentifier'],
    unless: ['DbUser', 'SecretArn'],
    bind: { ClusterName: 'ClusterIdentifier', DbName: 'Database' },
  },
  {
    action: 'redshift-serverless:GetCredentials',
    when: ['WorkgroupName'],
    unless: ['SecretArn'],
  },
  {
    action: 'secretsmanager:GetSecretValue',
    when: ['SecretArn'],
    bind: { SecretId: 'secretName(SecretArn)' },
  },
];

const redshift = (operation: string): readonly [string, OperationRow] => [
  operation,
  [
    // A statement in a session names neither.
    { action: `redshift-data:${operation}`, unless: ['ClusterIdentifier', 'WorkgroupName'] },
    { action: `redshift-data:${operation}`, when: ['ClusterIdentifier'], types: ['cluster'] },
    { action: `redshift-data:${operation}`, when: ['WorkgroupName'], types: ['workgroup'] },
    ...logins,
  ],
];

const aurora = (operation: string, secret: string): readonly [string, OperationRow] => [
  operation,
  [
    { action: `rds-data:${operation}` },
    {
      action: 'secretsmanager:GetSecretValue',
      when: [secret],
      bind: { SecretId: `secretName(${secret})` },
    },
  ],
];

/**
 * SQL over HTTPS: the service reads the secret, or makes the credentials, in the name of the caller.
 * Source: Amazon Redshift Data API Reference, ExecuteStatement ("authentication"), and Amazon Redshift Management Guide,
 * "Authorizing access to the Amazon Redshift Data API"; Aurora User Guide, "Authorizing access to the Amazon RDS Data
 * API".
 */
export const dataApiOperations: OperationRows = {
  'rds-data': Object.fromEntries([
    ...[
      'BatchExecuteStatement',
      'BeginTransaction',
      'CommitTransaction',
      'ExecuteStatement',
      'RollbackTransaction',
    ].map((operation) => aurora(operation, 'secretArn')),
    aurora('ExecuteSql', 'awsSecretStoreArn'),
  ]),
  'redshift-data': Object.fromEntries(
    [
      'BatchExecuteStatement',
      'DescribeTable',
      'ExecuteStatement',
      'ListDatabases',
      'ListSchemas',
      'ListTables',
    ].map(redshift),
  ),
};
