import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const reads = (parameter: string): GrantRow => ({
  action: 's3:GetObject',
  when: [`s3Arn(${parameter})`],
  template: '${Arn}',
  bind: { Arn: `s3Arn(${parameter})` },
  because: `reads the file in \`${parameter}\`, in the name of the caller`,
});

const readsUri = (uri: string): GrantRow => ({
  action: 's3:GetObject',
  when: [`bucketOfUri(${uri})`],
  template: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
  bind: { BucketName: `bucketOfUri(${uri})`, ObjectName: `prefixOfUri(${uri})` },
  because: `reads the file in \`${uri}\`, in the name of the caller`,
});

const writes = (bucket: string, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `s3:${name}`,
    when: [bucket],
    types: ['object'],
    bind: { BucketName: bucket },
    because: `writes to the bucket in \`${bucket}\`, in the name of the caller`,
  }));

const copied: OperationRow = [
  ...writes('TargetBucket', 'DeleteObject', 'PutObject'),
  {
    action: 's3:GetBucketAcl',
    when: ['TargetBucket'],
    types: ['bucket'],
    bind: { BucketName: 'TargetBucket' },
    because: 'looks up whether the service may write to the bucket in `TargetBucket`',
  },
];

const document = 'TemplateSSMDocumentDetails.DocumentName';
const destination = 'DestinationProperties.DestinationArn';

const publishes: OperationRow = [
  {
    action: 's3:GetObject',
    when: [destination],
    template: '${Arn}/*',
    bind: { Arn: destination },
    because: 'checks that findings can be written to the bucket',
  },
  {
    action: 's3:ListBucket',
    when: [destination],
    template: '${Arn}',
    bind: { Arn: destination },
    because: 'checks that findings can be written to the bucket',
  },
];

// Source: Amazon GuardDuty User Guide, "Permissions required to upload trusted IP lists and threat lists": none for names
// and for turning a list off.
const listChange = (...when: readonly string[]): OperationRow =>
  ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'].map((action) => ({
    action,
    ...(when.length > 0 && { when }),
    template:
      'arn:${Partition}:iam::${Account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty',
    because: 'lets the role of GuardDuty read the list',
  }));

const lists = listChange();
const changedLists = listChange('Location', 'whereTrue(Activate)');

/**
 * What else operations need whose requests name files to read, or buckets to write to.
 * Source: the column "Dependent actions" of each service's page in the Service Authorization Reference; for snapshots
 * Amazon ElastiCache User Guide, "ElastiCache API permissions", `SnapshotArns`; for conformance packs AWS Config API
 * Reference, PutConformancePack, `TemplateS3Uri`.
 */
export const storedObjects: OperationRows = {
  'config-service': {
    PutConformancePack: [
      readsUri('TemplateS3Uri'),
      {
        action: 'ssm:GetDocument',
        when: [document],
        types: ['document'],
        bind: { DocumentName: `ssmDocument(${document})` },
        because: 'reads the document that holds the template, in the name of the caller',
      },
    ],
    PutOrganizationConformancePack: [readsUri('TemplateS3Uri')],
  },
  elasticache: {
    CopySnapshot: copied,
    CreateCacheCluster: [reads('SnapshotArns[]')],
    CreateReplicationGroup: [reads('SnapshotArns[]')],
    CreateServerlessCache: [reads('SnapshotArnsToRestore[]')],
    ExportServerlessCacheSnapshot: writes('S3BucketName', 'DeleteObject', 'PutObject'),
  },
  guardduty: {
    CreateIPSet: lists,
    CreatePublishingDestination: publishes,
    CreateThreatEntitySet: [readsUri('Location')],
    CreateThreatIntelSet: lists,
    CreateTrustedEntitySet: [readsUri('Location')],
    DeleteIPSet: lists,
    DeleteThreatIntelSet: lists,
    UpdateIPSet: changedLists,
    UpdatePublishingDestination: publishes,
    UpdateThreatEntitySet: [readsUri('Location')],
    UpdateThreatIntelSet: changedLists,
    UpdateTrustedEntitySet: [readsUri('Location')],
  },
  kafkaconnect: {
    CreateCustomPlugin: [
      {
        action: 's3:GetObject',
        when: ['location.s3Location.bucketArn'],
        template: '${Arn}/${Key}',
        bind: { Arn: 'location.s3Location.bucketArn', Key: 'location.s3Location.fileKey' },
        because: 'reads the plugin in `location.s3Location`, in the name of the caller',
      },
    ],
  },
  memorydb: {
    CopySnapshot: copied,
    CreateCluster: [reads('SnapshotArns[]')],
  },
};
