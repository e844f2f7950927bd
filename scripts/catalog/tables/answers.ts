/**
 * What of an answer is recorded, by service id and operation: paths in the API's own names. Only where it says which
 * existing resource was meant, or who called; an id that AWS has just made would be another one in the next run.
 * Source: the response elements in each operation's API reference.
 */
export const answerPaths: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // The path of an entity that the request names without it, and who the caller is.
  iam: {
    GetGroup: ['Group.Arn'],
    GetInstanceProfile: ['InstanceProfile.Arn'],
    GetRole: ['Role.Arn'],
    GetServerCertificate: ['ServerCertificate.ServerCertificateMetadata.Arn'],
    GetUser: ['User.Arn'],
  },
  // A key that the request names by its alias, or not at all, stands in the answer with its ARN.
  kms: {
    Decrypt: ['KeyId'],
    DescribeKey: ['KeyMetadata.Arn'],
    Encrypt: ['KeyId'],
    GenerateDataKey: ['KeyId'],
    GenerateDataKeyPair: ['KeyId'],
    GenerateDataKeyPairWithoutPlaintext: ['KeyId'],
    GenerateDataKeyWithoutPlaintext: ['KeyId'],
    GenerateMac: ['KeyId'],
    GetPublicKey: ['KeyId'],
    ReEncrypt: ['KeyId', 'SourceKeyId'],
    Sign: ['KeyId'],
    Verify: ['KeyId'],
    VerifyMac: ['KeyId'],
  },
  'secrets-manager': {
    DescribeSecret: ['ARN'],
    GetSecretValue: ['ARN'],
    ListSecretVersionIds: ['ARN'],
    PutSecretValue: ['ARN'],
    UpdateSecret: ['ARN'],
    UpdateSecretVersionStage: ['ARN'],
  },
  sqs: { CreateQueue: ['QueueUrl'], GetQueueUrl: ['QueueUrl'] },
  sts: { GetCallerIdentity: ['Account'] },
};

/** What stands before the path of a value of an answer where it is recorded among the parameters. */
export const answerPrefix = 'answer.';
