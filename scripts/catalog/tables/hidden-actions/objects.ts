import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';
import { each, rowsOf, type UnnamedKeyUse } from './unnamed-key-use.ts';

const object = {
  via: 's3',
  of: 'the object',
  source:
    'Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys (SSE-KMS)", permissions',
} as const;
const readObject: UnnamedKeyUse = {
  ...object,
  actions: ['Decrypt'],
  unless: ['SSECustomerAlgorithm', 'answer.ServerSideEncryption'],
};
const writtenObject = {
  ...object,
  of: "the bucket's default encryption",
  unless: [
    'SSECustomerAlgorithm',
    'SSEKMSKeyId',
    'ServerSideEncryption',
    'answer.ServerSideEncryption',
  ],
} as const;
const copiedObject: UnnamedKeyUse = {
  ...object,
  of: 'the object that is copied',
  actions: ['Decrypt'],
  unless: ['CopySourceSSECustomerAlgorithm'],
};

const tagsOfSource = (action: string, source: string): GrantRow => ({
  action,
  when: [source],
  unless: ['isReplace(TaggingDirective)'],
  template: '${Source}',
  bind: { Source: source },
  because: 'copies the tags of the object, where it has any',
  source: copyingTags,
});
const copyingTags =
  'AWS re:Post Knowledge Center, "Why can\'t I copy an object between two Amazon S3 buckets?", object tags; Amazon S3 API Reference, CopyObject, `x-amz-tagging-directive`';

const copiedTags: OperationRow = [
  tagsOfSource('s3:GetObjectTagging', 'copySourceObject(CopySource)'),
  tagsOfSource('s3:GetObjectVersionTagging', 'copySourceObjectVersion(CopySource)'),
  {
    action: 's3:PutObjectTagging',
    unless: ['Tagging', 'isReplace(TaggingDirective)'],
    because: 'tags the copy like the object, where that has any tags',
    source: copyingTags,
  },
];

/** What S3 does for the caller with objects that no request tells, by service id and operation. */
export const objects: OperationRows = {
  s3: {
    ...each(readObject, 'GetObject'),
    // These answers do not say how the object is encrypted.
    ...each(
      { ...readObject, unless: ['SSECustomerAlgorithm'] },
      'GetObjectAttributes',
      'ListParts',
      'SelectObjectContent',
    ),
    ...each({ ...writtenObject, actions: ['GenerateDataKey'] }, 'PutObject'),
    ...each({ ...writtenObject, actions: ['Decrypt', 'GenerateDataKey'] }, 'CreateMultipartUpload'),
    ...each(copiedObject, 'UploadPartCopy'),
    CopyObject: [
      ...rowsOf({ ...writtenObject, actions: ['GenerateDataKey'] }),
      ...rowsOf(copiedObject),
      ...copiedTags,
    ],
    UpdateObjectEncryption: rowsOf({
      ...object,
      of: 'the object before the change',
      actions: ['Decrypt', 'ReEncryptFrom'],
      source: 'Amazon S3 API Reference, UpdateObjectEncryption, permissions',
    }),
  },
};
