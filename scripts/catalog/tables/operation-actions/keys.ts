import type { OperationRows } from '../join-operation-rows.ts';

const keyIn = (region: string) => `arn:\${Partition}:kms:\${${region}}:\${Account}:key/\${KeyId}`;

/**
 * Operations on KMS keys that are checked on more than one key, or in more than one Region.
 * Source: "Required permissions" of each operation in the AWS KMS API Reference.
 */
export const keyOperations: OperationRows = {
  kms: {
    ReEncrypt: [
      { action: 'kms:ReEncryptFrom', bind: { KeyId: 'kmsKey(SourceKeyId, answer.SourceKeyId?)' } },
      { action: 'kms:ReEncryptTo', bind: { KeyId: 'kmsKey(DestinationKeyId, answer.KeyId?)' } },
    ],
    ReplicateKey: [
      { action: 'kms:ReplicateKey' },
      { action: 'kms:CreateKey', because: 'creates the replica in `ReplicaRegion`' },
      {
        action: 'kms:TagResource',
        when: ['Tags[].TagKey'],
        template: keyIn('ReplicaRegion'),
        bind: { KeyId: 'keyIdOf(KeyId)' },
        because: 'tags what ReplicateKey creates',
      },
    ],
    UpdateAlias: [
      { action: 'kms:UpdateAlias' },
      {
        action: 'kms:UpdateAlias',
        template: 'arn:${Partition}:kms:${Region}:${Account}:key/*',
        because: 'takes the alias from the key that it stood for, which the request does not name',
      },
    ],
    UpdatePrimaryRegion: [
      { action: 'kms:UpdatePrimaryRegion' },
      {
        action: 'kms:UpdatePrimaryRegion',
        template: keyIn('PrimaryRegion'),
        bind: { KeyId: 'keyIdOf(KeyId)' },
        because: 'makes the replica in `PrimaryRegion` the primary key',
      },
    ],
  },
};
