import { type GrantRow, type OperationRow, one } from './row.ts';

const versioned = (action: string): OperationRow => [
  { action, unless: ['VersionId'] },
  { action: action.replace(/^(s3:[A-Z][a-z]+Object)/, '$1Version'), when: ['VersionId'] },
];

/** What the headers of a write ask for beyond `s3:PutObject`. */
const writeExtras: readonly GrantRow[] = [
  { action: 's3:PutObjectTagging', when: ['Tagging'] },
  {
    action: 's3:PutObjectAcl',
    when: ['ACL', 'GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWriteACP'],
  },
  { action: 's3:PutObjectRetention', when: ['ObjectLockMode', 'ObjectLockRetainUntilDate'] },
  { action: 's3:PutObjectLegalHold', when: ['ObjectLockLegalHoldStatus'] },
];

/** Reading the source of a copy: the bucket and key that `x-amz-copy-source` names. */
const copySource: readonly GrantRow[] = [
  {
    action: 's3:GetObject',
    unless: ['copySourceVersion(CopySource)'],
    bind: { BucketName: 'copySourceBucket(CopySource)', ObjectName: 'copySourceKey(CopySource)' },
  },
  {
    action: 's3:GetObjectVersion',
    when: ['copySourceVersion(CopySource)'],
    bind: { BucketName: 'copySourceBucket(CopySource)', ObjectName: 'copySourceKey(CopySource)' },
  },
];

/**
 * S3's operations that are not called like their action.
 * Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
 */
export const s3Operations: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> = {
  s3: {
    CompleteMultipartUpload: one('s3:PutObject'),
    CopyObject: [{ action: 's3:PutObject' }, ...copySource, ...writeExtras],
    CreateMultipartUpload: [{ action: 's3:PutObject' }, ...writeExtras],
    CreateSession: one('s3express:CreateSession'),
    DeleteBucketAnalyticsConfiguration: one('s3:PutAnalyticsConfiguration'),
    DeleteBucketCors: one('s3:PutBucketCORS'),
    DeleteBucketEncryption: one('s3:PutEncryptionConfiguration'),
    DeleteBucketIntelligentTieringConfiguration: one('s3:PutIntelligentTieringConfiguration'),
    DeleteBucketInventoryConfiguration: one('s3:PutInventoryConfiguration'),
    DeleteBucketLifecycle: one('s3:PutLifecycleConfiguration'),
    DeleteBucketMetricsConfiguration: one('s3:PutMetricsConfiguration'),
    DeleteBucketOwnershipControls: one('s3:PutBucketOwnershipControls'),
    DeleteBucketReplication: one('s3:PutReplicationConfiguration'),
    DeleteBucketTagging: one('s3:PutBucketTagging'),
    DeleteObject: versioned('s3:DeleteObject'),
    DeleteObjectTagging: versioned('s3:DeleteObjectTagging'),
    DeleteObjects: [
      {
        action: 's3:DeleteObject',
        unless: ['Delete.Objects[].VersionId'],
        bind: { ObjectName: 'Delete.Objects[].Key' },
      },
      {
        action: 's3:DeleteObjectVersion',
        when: ['Delete.Objects[].VersionId'],
        bind: { ObjectName: 'Delete.Objects[].Key' },
      },
    ],
    DeletePublicAccessBlock: one('s3:PutBucketPublicAccessBlock'),
    GetBucketAccelerateConfiguration: one('s3:GetAccelerateConfiguration'),
    GetBucketAnalyticsConfiguration: one('s3:GetAnalyticsConfiguration'),
    GetBucketEncryption: one('s3:GetEncryptionConfiguration'),
    GetBucketIntelligentTieringConfiguration: one('s3:GetIntelligentTieringConfiguration'),
    GetBucketInventoryConfiguration: one('s3:GetInventoryConfiguration'),
    GetBucketLifecycle: one('s3:GetLifecycleConfiguration'),
    GetBucketLifecycleConfiguration: one('s3:GetLifecycleConfiguration'),
    GetBucketMetricsConfiguration: one('s3:GetMetricsConfiguration'),
    GetBucketNotificationConfiguration: one('s3:GetBucketNotification'),
    GetBucketReplication: one('s3:GetReplicationConfiguration'),
    GetObject: versioned('s3:GetObject'),
    GetObjectAcl: versioned('s3:GetObjectAcl'),
    GetObjectAttributes: [
      { action: 's3:GetObject', unless: ['VersionId'] },
      { action: 's3:GetObjectAttributes', unless: ['VersionId'] },
      { action: 's3:GetObjectVersion', when: ['VersionId'] },
      { action: 's3:GetObjectVersionAttributes', when: ['VersionId'] },
    ],
    GetObjectLockConfiguration: one('s3:GetBucketObjectLockConfiguration'),
    GetObjectTagging: versioned('s3:GetObjectTagging'),
    GetPublicAccessBlock: one('s3:GetBucketPublicAccessBlock'),
    HeadBucket: one('s3:ListBucket'),
    HeadObject: versioned('s3:GetObject'),
    ListBucketAnalyticsConfigurations: one('s3:GetAnalyticsConfiguration'),
    ListBucketIntelligentTieringConfigurations: one('s3:GetIntelligentTieringConfiguration'),
    ListBucketInventoryConfigurations: one('s3:GetInventoryConfiguration'),
    ListBucketMetricsConfigurations: one('s3:GetMetricsConfiguration'),
    ListBuckets: one('s3:ListAllMyBuckets'),
    ListDirectoryBuckets: one('s3express:ListAllMyDirectoryBuckets'),
    ListMultipartUploads: one('s3:ListBucketMultipartUploads'),
    ListObjectVersions: one('s3:ListBucketVersions'),
    ListObjects: one('s3:ListBucket'),
    ListObjectsV2: one('s3:ListBucket'),
    ListParts: one('s3:ListMultipartUploadParts'),
    PutBucketAccelerateConfiguration: one('s3:PutAccelerateConfiguration'),
    PutBucketAnalyticsConfiguration: one('s3:PutAnalyticsConfiguration'),
    PutBucketEncryption: one('s3:PutEncryptionConfiguration'),
    PutBucketIntelligentTieringConfiguration: one('s3:PutIntelligentTieringConfiguration'),
    PutBucketInventoryConfiguration: one('s3:PutInventoryConfiguration'),
    PutBucketLifecycle: one('s3:PutLifecycleConfiguration'),
    PutBucketLifecycleConfiguration: one('s3:PutLifecycleConfiguration'),
    PutBucketMetricsConfiguration: one('s3:PutMetricsConfiguration'),
    PutBucketNotificationConfiguration: one('s3:PutBucketNotification'),
    PutBucketReplication: one('s3:PutReplicationConfiguration'),
    PutObject: [{ action: 's3:PutObject' }, ...writeExtras],
    PutObjectAcl: versioned('s3:PutObjectAcl'),
    PutObjectLockConfiguration: one('s3:PutBucketObjectLockConfiguration'),
    PutObjectTagging: versioned('s3:PutObjectTagging'),
    PutPublicAccessBlock: one('s3:PutBucketPublicAccessBlock'),
    SelectObjectContent: one('s3:GetObject'),
    UploadPart: one('s3:PutObject'),
    UploadPartCopy: [{ action: 's3:PutObject' }, ...copySource],
    WriteGetObjectResponse: one('s3-object-lambda:WriteGetObjectResponse'),
  },
  's3-control': {
    DeletePublicAccessBlock: one('s3:PutAccountPublicAccessBlock'),
    GetPublicAccessBlock: one('s3:GetAccountPublicAccessBlock'),
    PutPublicAccessBlock: one('s3:PutAccountPublicAccessBlock'),
    // The bucket operations of S3 Control reach buckets on Outposts only.
    CreateBucket: one('s3-outposts:CreateBucket'),
    DeleteBucket: one('s3-outposts:DeleteBucket'),
    DeleteBucketLifecycleConfiguration: one('s3-outposts:PutLifecycleConfiguration'),
    DeleteBucketPolicy: one('s3-outposts:DeleteBucketPolicy'),
    DeleteBucketReplication: one('s3-outposts:PutReplicationConfiguration'),
    DeleteBucketTagging: one('s3-outposts:PutBucketTagging'),
    GetBucket: one('s3-outposts:GetBucket'),
    GetBucketLifecycleConfiguration: one('s3-outposts:GetLifecycleConfiguration'),
    GetBucketPolicy: one('s3-outposts:GetBucketPolicy'),
    GetBucketReplication: one('s3-outposts:GetReplicationConfiguration'),
    GetBucketTagging: one('s3-outposts:GetBucketTagging'),
    GetBucketVersioning: one('s3-outposts:GetBucketVersioning'),
    ListRegionalBuckets: one('s3-outposts:ListRegionalBuckets'),
    PutBucketLifecycleConfiguration: one('s3-outposts:PutLifecycleConfiguration'),
    PutBucketPolicy: one('s3-outposts:PutBucketPolicy'),
    PutBucketReplication: one('s3-outposts:PutReplicationConfiguration'),
    PutBucketTagging: one('s3-outposts:PutBucketTagging'),
    PutBucketVersioning: one('s3-outposts:PutBucketVersioning'),
  },
};
