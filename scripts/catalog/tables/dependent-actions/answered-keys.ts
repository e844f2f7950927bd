import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const answered = 'answer.SSEKMSKeyId';

// The ARN does not tell a customer's key from the one that AWS manages. A row too few would break the next run; one too
// many allows what that key's policy allows everybody of the account who comes through S3.
const use = (actions: readonly string[], source: string, unless?: readonly string[]) =>
  actions.map((action) => ({
    action: `kms:${action}`,
    when: [answered],
    ...(unless && { unless }),
    types: ['key'],
    bind: { KeyId: `kmsKey(${answered})` },
    conditions: { StringEquals: { 'kms:ViaService': ['s3.${Region}.${DnsSuffix}'] } },
    because:
      'uses the key that the answer names; superfluous where that is the key `aws/s3`, which AWS manages',
    source,
  }));

const guide =
  'Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys (SSE-KMS)", permissions';
const parts = 'Amazon S3 User Guide, "Multipart upload API and permissions"';

// A key that the request names has a row of its own; encryption with KMS and no key is with the key that AWS manages.
// Source: Amazon S3 API Reference, PutObject, `x-amz-server-side-encryption-aws-kms-key-id`.
const byDefault = ['SSEKMSKeyId', 'ServerSideEncryption'];

// CompleteMultipartUpload decrypts where the parts have checksums, as SDKs now give them.
// Source: Amazon S3 API Reference, CompleteMultipartUpload, permissions.
const decryptParts: OperationRow = use(['Decrypt'], parts);

// Source: Amazon S3 API Reference, HeadObject, `x-amz-checksum-mode`: metadata alone is read without the key.
const readChecksum: OperationRow = use(
  ['Decrypt'],
  'Amazon S3 API Reference, HeadObject, `x-amz-checksum-mode`',
).map((row) => ({ ...row, when: [`together(${answered}, ChecksumMode)`] }));

/** What S3 does for the caller with the KMS keys that its answers name, by service id and operation. */
export const answeredKeys: OperationRows = {
  s3: {
    CompleteMultipartUpload: decryptParts,
    CopyObject: use(['GenerateDataKey'], guide, byDefault),
    CreateMultipartUpload: use(['Decrypt', 'GenerateDataKey'], parts, byDefault),
    GetObject: use(['Decrypt'], guide),
    HeadObject: readChecksum,
    PutObject: use(['GenerateDataKey'], guide, byDefault),
    UploadPart: decryptParts,
    UploadPartCopy: decryptParts,
  },
};
