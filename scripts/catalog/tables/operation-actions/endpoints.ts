import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from './row.ts';

const iceberg: Readonly<Record<string, readonly string[]>> = {
  createNamespace: ['CreateNamespace'],
  createTable: ['CreateTable', 'PutTableData'],
  dropNamespace: ['DeleteNamespace'],
  dropTable: ['DeleteTable'],
  listNamespaces: ['ListNamespaces'],
  listTables: ['ListTables'],
  loadNamespaceMetadata: ['GetNamespace'],
  loadTable: ['GetTableMetadataLocation', 'GetTableData'],
  namespaceExists: ['GetNamespace'],
  renameTable: ['RenameTable'],
  tableExists: ['GetTable'],
  updateTable: ['UpdateTableMetadataLocation', 'PutTableData', 'GetTableData'],
};

const onBucket = (actions: readonly string[], parameter: string): OperationRow =>
  actions.map((action) => ({
    action: `s3tables:${action}`,
    bind: { TableBucketName: parameter },
  }));

/**
 * Calls to the user's own endpoints that AWS checks on more than the resource types of their actions.
 * Sources: Amazon OpenSearch Service Developer Guide, "Identity and Access Management", resource-based policies (the path
 * stands behind the domain); AWS AppSync Developer Guide, "AWS_IAM authorization" (all below the API; whether fields of other
 * types than the root's are checked no page says, so none is named); Amazon VPC Lattice User Guide, "Control access to
 * VPC Lattice services using auth policies" (the owner of a shared service is not in its host); AWS Distro for
 * OpenTelemetry, "Exporting collector-less telemetry", which asks for the policy AWSXrayWriteOnlyPolicy.
 */
export const endpointOperations: OperationRows = {
  appsync: {
    EventPublish: [{ action: 'appsync:EventPublish', bind: { ChannelNamespaceName: 'channel' } }],
    GraphQL: [
      {
        action: 'appsync:GraphQL',
        template: 'arn:${Partition}:appsync:${Region}:${Account}:apis/${GraphQLAPIId}/*',
      },
    ],
  },
  opensearch: Object.fromEntries(
    ['Delete', 'Get', 'Head', 'Patch', 'Post', 'Put'].map((method) => [
      `ESHttp${method}`,
      [
        {
          action: `es:ESHttp${method}`,
          template: 'arn:${Partition}:es:${Region}:${Account}:domain/${DomainName}/${Path}',
        },
      ],
    ]),
  ),
  // Source: Amazon S3 User Guide, "Accessing tables using the Amazon S3 Tables Iceberg REST endpoint": the actions of each
  // operation; the prefix is the ARN of the bucket.
  's3tables-iceberg': {
    getConfig: onBucket(['GetTableBucket'], 'warehouse'),
    ...Object.fromEntries(
      Object.entries(iceberg).map(([operation, actions]) => [
        operation,
        onBucket(actions, 'prefix'),
      ]),
    ),
  },
  'vpc-lattice-svcs': {
    Invoke: [
      {
        action: 'vpc-lattice-svcs:Invoke',
        template: 'arn:${Partition}:vpc-lattice:${Region}:*:service/${ServiceId}/${RequestPath}',
      },
    ],
  },
  xray: {
    PutSpans: [
      { action: 'xray:PutTraceSegments', because: 'spans are written as trace segments' },
      {
        action: 'xray:PutSpans',
        hidden: true,
        because: 'X-Ray has an action of its own for OpenTelemetry spans',
        source: 'Service Authorization Reference, AWS X-Ray, PutSpans',
      },
    ],
  },
};
