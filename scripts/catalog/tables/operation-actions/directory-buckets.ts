import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, one } from './row.ts';

/** The table bucket in which Amazon S3 keeps the metadata tables of a Region. */
const metadataBucket = 'arn:${Partition}:s3tables:${Region}:${Account}:bucket/aws-s3';

const onMetadataBucket = (action: string, template: string): GrantRow => ({
  action: `s3tables:${action}`,
  template,
  because: 'S3 keeps the metadata tables in its own table bucket, in the name of the caller',
});

const makeMetadataTables: readonly GrantRow[] = [
  onMetadataBucket('CreateTableBucket', metadataBucket),
  onMetadataBucket('CreateNamespace', metadataBucket),
  onMetadataBucket('CreateTable', metadataBucket),
  onMetadataBucket('GetTable', `${metadataBucket}/table/*`),
  onMetadataBucket('PutTableEncryption', `${metadataBucket}/table/*`),
  onMetadataBucket('PutTablePolicy', `${metadataBucket}/table/*`),
];

// The first version keeps its tables in a table bucket that the request names.
const onOwnTableBucket = (action: string, rest: string): GrantRow => ({
  action: `s3tables:${action}`,
  template: `\${TableBucket}${rest}`,
  bind: { TableBucket: 'MetadataTableConfiguration.S3TablesDestination.TableBucketArn' },
  because: 'S3 makes the metadata table in the name of the caller',
});

// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
const describeKey = (path: string): GrantRow => ({
  action: 'kms:DescribeKey',
  when: [path],
  types: ['key'],
  bind: { KeyId: `kmsKey(${path})` },
  because: 'S3 looks at the key of the metadata tables in the name of the caller',
});
const tableKey = 'TableConfiguration.EncryptionConfiguration.KmsKeyArn';

/**
 * S3's metadata configurations, and its calls that reach directory buckets alone.
 * Source: Amazon S3 User Guide, "Setting up permissions for configuring metadata tables"; for the others each
 * operation's "Permissions" in the Amazon S3 API Reference.
 */
export const directoryBucketOperations: OperationRows = {
  s3: {
    CreateBucketMetadataConfiguration: [
      { action: 's3:CreateBucketMetadataTableConfiguration' },
      ...makeMetadataTables,
      describeKey(`MetadataConfiguration.Inventory${tableKey}`),
      describeKey(`MetadataConfiguration.Journal${tableKey}`),
    ],
    CreateBucketMetadataTableConfiguration: [
      { action: 's3:CreateBucketMetadataTableConfiguration' },
      onOwnTableBucket('CreateNamespace', ''),
      onOwnTableBucket('CreateTable', ''),
      onOwnTableBucket('GetTable', '/table/*'),
      onOwnTableBucket('PutTablePolicy', '/table/*'),
    ],
    DeleteBucketMetadataConfiguration: one('s3:DeleteBucketMetadataTableConfiguration'),
    GetBucketMetadataConfiguration: one('s3:GetBucketMetadataTableConfiguration'),
    // Source: Service Authorization Reference, API operations defined by Amazon S3.
    GetObjectTorrent: one('s3:GetObject'),
    RenameObject: [{ action: 's3express:CreateSession', types: ['bucket'] }],
    UpdateBucketMetadataInventoryTableConfiguration: [
      { action: 's3:UpdateBucketMetadataInventoryTableConfiguration' },
      ...makeMetadataTables,
      describeKey(`Inventory${tableKey}`),
    ],
  },
  's3-control': {
    DeleteAccessPointScope: one('s3express:DeleteAccessPointScope'),
    GetAccessPointScope: one('s3express:GetAccessPointScope'),
    ListAccessPointsForDirectoryBuckets: one('s3express:ListAccessPointsForDirectoryBuckets'),
    PutAccessPointScope: one('s3express:PutAccessPointScope'),
  },
};
