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

const onSource = (action: string, source: string): GrantRow => ({
  action,
  when: [source],
  template: '${Source}',
  bind: { Source: source },
});

/** Reading the source of a copy: what `x-amz-copy-source` names. */
const copySource: readonly GrantRow[] = [
  onSource('s3:GetObject', 'copySourceObject(CopySource)'),
  onSource('s3:GetObjectVersion', 'copySourceObjectVersion(CopySource)'),
  onSource('s3-outposts:GetObject', 'copySourceOutposts(CopySource)'),
  onSource('s3-outposts:GetObjectVersion', 'copySourceOutpostsVersion(CopySource)'),
  onSource('s3express:CreateSession', 'copySourceDirectory(CopySource)'),
];

/**
 * Comparing an object's ETag reads it. `If-Match: *` compares none, and is not recorded.
 * Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes" and "How to perform conditional
 * deletes".
 */
const compared: GrantRow = {
  action: 's3:GetObject',
  when: ['IfMatch'],
  because: 'compares the ETag of the object with the one in `IfMatch`',
};

const ofKeys = (action: string, keys: string, rest: Partial<GrantRow> = {}): GrantRow => ({
  action,
  when: [keys],
  bind: { ObjectName: keys },
  ...rest,
});

/**
 * S3's operations that are not called like their action.
 * Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
 */
export const s3Operations: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> = {
  s3: {
    CompleteMultipartUpload: [{ action: 's3:PutObject' }, compared],
    CopyObject: [{ action: 's3:PutObject' }, ...copySource, ...writeExtras, compared],
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
    DeleteObject: [...versioned('s3:DeleteObject'), compared],
    DeleteObjectAnnotation: versioned('s3:DeleteObjectAnnotation'),
    DeleteObjectTagging: versioned('s3:DeleteObjectTagging'),
    DeleteObjects: [
      ofKeys('s3:DeleteObject', 'Delete.Objects[!VersionId].Key'),
      ofKeys('s3:DeleteObjectVersion', 'Delete.Objects[VersionId].Key'),
      ofKeys('s3:GetObject', 'Delete.Objects[ETag].Key', {
        because: 'compares the ETags of the objects with those in `Delete.Objects[]`',
      }),
      {
        action: 's3:DeleteObject',
        unless: ['Delete.Objects[!VersionId].Key', 'Delete.Objects[VersionId].Key'],
        bind: {},
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
    GetObjectAnnotation: versioned('s3:GetObjectAnnotation'),
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
    ListObjectAnnotations: versioned('s3:ListObjectAnnotations'),
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
    PutObject: [{ action: 's3:PutObject' }, ...writeExtras, compared],
    PutObjectAcl: versioned('s3:PutObjectAcl'),
    PutObjectAnnotation: versioned('s3:PutObjectAnnotation'),
    PutObjectLockConfiguration: one('s3:PutBucketObjectLockConfiguration'),
    PutObjectTagging: versioned('s3:PutObjectTagging'),
    PutPublicAccessBlock: one('s3:PutBucketPublicAccessBlock'),
    SelectObjectContent: one('s3:GetObject'),
    // Source: Amazon S3 API Reference, UpdateObjectEncryption, permissions.
    UpdateObjectEncryption: one('s3:UpdateObjectEncryption', 's3:PutObject'),
    UploadPart: one('s3:PutObject'),
    UploadPartCopy: [{ action: 's3:PutObject' }, ...copySource],
    WriteGetObjectResponse: one('s3-object-lambda:WriteGetObjectResponse'),
  },
};
