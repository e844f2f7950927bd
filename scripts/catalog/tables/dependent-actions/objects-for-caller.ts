import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

/** Objects in a bucket that the request names, which a service reads or writes for the caller. */
interface Objects {
  /** The parameter that names the bucket. */
  readonly bucket: string;
  /** The expression for the key; with `isPrefix` for how the keys begin. */
  readonly key: string;
  readonly isPrefix?: true;
  readonly because: string;
}

const onObjects = ({ bucket, key, isPrefix, because }: Objects, ...actions: readonly string[]) =>
  actions.map(
    (action): GrantRow => ({
      action: `s3:${action}`,
      when: [bucket],
      template: `arn:\${Partition}:s3:::\${BucketName}/\${Object}${isPrefix === true ? '*' : ''}`,
      bind: { BucketName: bucket, Object: key },
      because,
    }),
  );

const onBucket = ({ bucket, because }: Objects, ...actions: readonly string[]) =>
  actions.map(
    (action): GrantRow => ({
      action: `s3:${action}`,
      when: [bucket],
      types: ['bucket'],
      bind: { BucketName: bucket },
      because,
    }),
  );

// Source: Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys": objects are written through S3.
const withKey = (path: string, ...actions: readonly string[]) =>
  actions.map(
    (action): GrantRow => ({
      action: `kms:${action}`,
      when: [`customerKey(${path})`],
      types: ['key'],
      bind: { KeyId: `kmsKey(${path})` },
      conditions: { StringEquals: { 'kms:ViaService': ['s3.${Region}.${DnsSuffix}'] } },
      because: `encrypts what is written with the key in \`${path}\``,
    }),
  );

const selected: Objects = {
  bucket: 'RestoreRequest.OutputLocation.S3.BucketName',
  key: 'orEmpty(RestoreRequest.OutputLocation.S3.Prefix?)',
  isPrefix: true,
  because: 'writes what it selects to `RestoreRequest.OutputLocation`, in the name of the caller',
};

const exportedTable: Objects = {
  bucket: 'S3Bucket',
  key: 'orEmpty(S3Prefix?)',
  isPrefix: true,
  because: 'writes the export to the bucket in `S3Bucket`',
};

const importedTable: Objects = {
  bucket: 'S3BucketSource.S3Bucket',
  key: 'orEmpty(S3BucketSource.S3KeyPrefix?)',
  isPrefix: true,
  because: 'reads the import from the bucket in `S3BucketSource.S3Bucket`',
};

const importLogs: OperationRow = [
  ...['CreateLogGroup', 'CreateLogStream', 'DescribeLogStreams', 'PutLogEvents'].map(
    (action): GrantRow => ({
      action: `logs:${action}`,
      template: 'arn:${Partition}:logs:${Region}:${Account}:log-group:/aws-dynamodb/*',
      because: 'writes what it cannot import to a log group, in the name of the caller',
    }),
  ),
  {
    action: 'logs:PutRetentionPolicy',
    template: 'arn:${Partition}:logs:${Region}:${Account}:log-group:/aws-dynamodb/*',
    because: 'sets how long the log group of imports keeps its events',
  },
  { action: 'logs:DescribeLogGroups', types: [], because: 'looks up the log group of imports' },
];

// The object is called after the image: `ami-0abcdef1234567890.bin`.
const storedImage: Objects = {
  bucket: 'Bucket',
  key: 'ImageId',
  isPrefix: true,
  because: 'writes the image to the bucket in `Bucket`, in the name of the caller',
};
const restoredImage: Objects = {
  bucket: 'Bucket',
  key: 'ObjectKey',
  because: 'reads the image in `ObjectKey`, in the name of the caller',
};
const directly = (because: string, ...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({ action: `ebs:${action}`, types: ['snapshot'], bind: {}, because }));

const service: GrantRow = {
  action: 'iam:PassRole',
  types: ['role'],
  bind: { RoleNameWithPath: 'orVmImport(RoleName?)' },
  conditions: { StringEquals: { 'iam:PassedToService': ['vmie.${DnsSuffix}'] } },
  because: 'hands the role in `RoleName`, or the one called `vmimport`, to vmie.amazonaws.com',
};

const disk = (container: string): OperationRow => {
  const because = 'reads the disk image, in the name of the caller';
  const named: Objects = {
    bucket: `${container}.UserBucket.S3Bucket`,
    key: `${container}.UserBucket.S3Key`,
    because,
  };
  const byUrl: Objects = {
    bucket: `bucketOfUri(${container}.Url)`,
    key: `prefixOfUri(${container}.Url)`,
    because,
  };
  return [named, byUrl].flatMap((objects) => [
    ...onObjects(objects, 'GetObject'),
    ...onBucket(objects, 'GetBucketLocation'),
  ]);
};

const exported = (location: string): OperationRow => {
  const objects: Objects = {
    bucket: `${location}.S3Bucket`,
    key: `orEmpty(${location}.S3Prefix?)`,
    isPrefix: true,
    because: `writes the export to \`${location}\`, in the name of the caller`,
  };
  return [
    ...onObjects(objects, 'GetObject', 'PutObject'),
    ...onBucket(objects, 'GetBucketLocation'),
  ];
};

const results = (output: string): OperationRow =>
  onObjects(
    {
      bucket: `${output}.S3Bucket`,
      key: `orEmpty(${output}.S3KeyPrefix?)`,
      isPrefix: true,
      because: `writes its results to \`${output}\``,
    },
    'PutObject',
  );

/** What operations need for objects that a service reads or writes for the caller, by service id and operation. */
export const objectsForCaller: OperationRows = {
  // Source: Amazon DynamoDB Developer Guide, "Requesting a table export" and "Requesting a table import", permissions.
  dynamodb: {
    ExportTableToPointInTime: [
      ...onObjects(exportedTable, 'AbortMultipartUpload', 'PutObject', 'PutObjectAcl'),
      ...withKey('S3SseKmsKeyId', 'Decrypt', 'GenerateDataKey'),
    ],
    ImportTable: [
      ...onObjects(importedTable, 'GetObject'),
      ...onBucket(importedTable, 'ListBucket'),
      ...importLogs,
    ],
  },
  ec2: {
    // Source: VM Import/Export User Guide, "Required permissions for VM Import/Export".
    CreateInstanceExportTask: exported('ExportToS3Task'),
    ExportImage: [...exported('S3ExportLocation'), service],
    ImportImage: [...disk('DiskContainers[]'), service],
    ImportSnapshot: [...disk('DiskContainer'), service],
    // Source: Amazon EC2 User Guide, "Permissions for storing and restoring AMIs using S3": one list for both ways; which
    // action belongs to which is what each does in the API references of Amazon S3 and of the EBS direct APIs.
    CreateRestoreImageTask: [
      ...onObjects(restoredImage, 'GetObject'),
      ...onBucket(restoredImage, 'ListBucket'),
      ...directly(
        'writes the snapshots of the image, in the name of the caller',
        'CompleteSnapshot',
        'PutSnapshotBlock',
        'StartSnapshot',
      ),
      {
        action: 'ec2:GetEbsEncryptionByDefault',
        types: [],
        because: 'asks whether the new snapshots are to be encrypted',
      },
    ],
    CreateStoreImageTask: [
      ...onObjects(storedImage, 'AbortMultipartUpload', 'DeleteObject', 'GetObject', 'PutObject'),
      ...onObjects(storedImage, 'PutObjectTagging'),
      ...onBucket(storedImage, 'ListBucket'),
      ...directly(
        'reads the snapshots of the image, in the name of the caller',
        'GetSnapshotBlock',
        'ListChangedBlocks',
        'ListSnapshotBlocks',
      ),
      { action: 'ec2:DescribeTags', types: [], because: 'stores the tags of the image with it' },
    ],
  },
  // Source: Amazon Rekognition API Reference, CreateProjectVersion, CopyProjectVersion and LivenessOutputConfig.
  rekognition: {
    CopyProjectVersion: results('OutputConfig'),
    CreateFaceLivenessSession: results('Settings.OutputConfig'),
    CreateProjectVersion: results('OutputConfig'),
  },
  // Source: Amazon S3 API Reference, "POST Object restore", select requests; RestoreObject, `OutputLocation`.
  s3: {
    RestoreObject: [
      {
        action: 's3:GetObject',
        when: [selected.bucket],
        because: 'selects from the object, in the name of the caller',
      },
      ...onObjects(selected, 'PutObject'),
      ...withKey(
        'RestoreRequest.OutputLocation.S3.Encryption.KMSKeyId',
        'Decrypt',
        'GenerateDataKey',
      ),
    ],
  },
};
