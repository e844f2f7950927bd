import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

// The access point of a bucket on Outposts is named by its ARN, the one of a directory bucket has a suffix in its name.
const onAccessPoint = (name: string): OperationRow => [
  {
    action: `s3:${name}`,
    unless: ['outpostsArn(Name)', 'directoryAccessPoint(Name)'],
    ...(name !== 'GetAccessPoint' && { types: ['accesspoint'], bind: { AccessPointName: 'Name' } }),
  },
  {
    action: `s3-outposts:${name}`,
    when: ['outpostsArn(Name)'],
    ...(name !== 'GetAccessPoint' && { template: '${Arn}', bind: { Arn: 'outpostsArn(Name)' } }),
  },
  {
    action: `s3express:${name}`,
    when: ['directoryAccessPoint(Name)'],
    types: ['accesspoint'],
    bind: { AccessPointName: 'Name' },
  },
];

const outpostsBucket = 'outpostsAccessPoint(Bucket, Name)';

const newAccessPoint: readonly GrantRow[] = [
  {
    action: 's3:CreateAccessPoint',
    unless: [outpostsBucket, 'directoryAccessPoint(Name)'],
    types: ['accesspoint'],
    bind: { AccessPointName: 'Name' },
  },
  {
    action: 's3-outposts:CreateAccessPoint',
    when: [outpostsBucket],
    template: '${Arn}',
    bind: { Arn: outpostsBucket },
  },
  {
    action: 's3express:CreateAccessPoint',
    when: ['directoryAccessPoint(Name)'],
    types: ['accesspoint'],
    bind: { AccessPointName: 'Name' },
  },
];

// Source: Amazon S3 User Guide, "Creating access points with tags" and "Creating access points for directory buckets
// with tags", permissions.
const newAccessPointTags: readonly GrantRow[] = [
  ['s3', 'directoryAccessPoint(Name)'],
  ['s3express', 'otherAccessPoint(Name)'],
].map(([prefix, otherKind = '']) => ({
  action: `${prefix}:TagResource`,
  when: ['Tags[].Key'],
  unless: [otherKind],
  types: ['accesspoint'],
  bind: { AccessPointName: 'Name' },
  offered: {
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags[].Key}'] },
    StringLike: { 'aws:RequestTag/{Tags[].Key}': ['*'] },
  },
  because: 'tags what CreateAccessPoint creates',
}));

const tagging = (name: string): OperationRow => [
  {
    action: `s3:${name}`,
    unless: ['ofDirectoryBuckets(ResourceArn)'],
    template: '${Arn}',
    bind: { Arn: 'ResourceArn' },
  },
  {
    action: `s3express:${name}`,
    when: ['ofDirectoryBuckets(ResourceArn)'],
    template: '${Arn}',
    bind: { Arn: 'ResourceArn' },
  },
];

// The instance is in the account that `AccountId` names, which may be another than the caller's.
const onInstance = (name: string): OperationRow => [
  { action: `s3:${name}`, bind: { Account: 'AccountId' } },
];

const onMultiRegion = (name: string): OperationRow => [
  { action: `s3:${name}`, template: '${Arn}', bind: { Arn: 'Mrap' } },
];

/**
 * S3 Control's operations that are not called like their action, or whose resources are not all of S3 itself.
 * Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations"; "Actions defined by" Amazon S3,
 * Amazon S3 Express and Amazon S3 on Outposts, Service Authorization Reference.
 */
export const s3ControlOperations: OperationRows = {
  's3-control': {
    CreateAccessPoint: [...newAccessPoint, ...newAccessPointTags],
    ...Object.fromEntries(
      [
        'DeleteAccessPoint',
        'DeleteAccessPointPolicy',
        'GetAccessPoint',
        'GetAccessPointPolicy',
        'PutAccessPointPolicy',
      ].map((name) => [name, onAccessPoint(name)]),
    ),
    GetDataAccess: onInstance('GetDataAccess'),
    GetMultiRegionAccessPointRoutes: onMultiRegion('GetMultiRegionAccessPointRoutes'),
    ListCallerAccessGrants: onInstance('ListCallerAccessGrants'),
    ListTagsForResource: tagging('ListTagsForResource'),
    SubmitMultiRegionAccessPointRoutes: onMultiRegion('SubmitMultiRegionAccessPointRoutes'),
    TagResource: tagging('TagResource'),
    UntagResource: tagging('UntagResource'),
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
