/**
 * What of an answer's body is recorded, by service id and operation: paths in the API's own names. Only where it says which
 * existing resource was meant, who called, or what a later call means; any other id that AWS has just made would be
 * another one in the next run and tell nothing.
 * Source: the response elements in each operation's API reference.
 */
export const answerPaths: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // Whoever is given credentials makes calls under another access key: of the key only what is shown of it is kept.
  'cognito-identity': { GetCredentialsForIdentity: ['Credentials.AccessKeyId'] },
  // The template that was made, or its version: a launch from it hands over the role in it. EC2's answers have their
  // own spelling of the API's names.
  ec2: {
    CreateLaunchTemplate: ['launchTemplate.launchTemplateId'],
    CreateLaunchTemplateVersion: ['launchTemplateVersion.versionNumber'],
  },
  // The revision that was made: a task that runs it hands over the roles it was registered with.
  ecs: { RegisterTaskDefinition: ['taskDefinition.taskDefinitionArn'] },
  'eks-auth': {
    AssumeRoleForPodIdentity: ['assumedRoleUser.arn', 'credentials.accessKeyId'],
  },
  // The connection of a destination that the request names.
  eventbridge: { DescribeApiDestination: ['ConnectionArn'] },
  // The path of an entity that the request names without it, and who the caller is.
  iam: {
    CreateAccessKey: ['AccessKey.AccessKeyId', 'AccessKey.UserName'],
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
  // Calls to a directory bucket are made under the key of a session.
  s3: { CreateSession: ['Credentials.AccessKeyId'] },
  'secrets-manager': {
    DescribeSecret: ['ARN'],
    GetSecretValue: ['ARN'],
    ListSecretVersionIds: ['ARN'],
    PutSecretValue: ['ARN'],
    UpdateSecret: ['ARN'],
    UpdateSecretVersionStage: ['ARN'],
  },
  sqs: { CreateQueue: ['QueueUrl'], GetQueueUrl: ['QueueUrl'] },
  sso: { GetRoleCredentials: ['roleCredentials.accessKeyId'] },
  sts: {
    AssumeRole: ['AssumedRoleUser.Arn', 'Credentials.AccessKeyId'],
    AssumeRoleWithSAML: ['AssumedRoleUser.Arn', 'Credentials.AccessKeyId'],
    AssumeRoleWithWebIdentity: ['AssumedRoleUser.Arn', 'Credentials.AccessKeyId'],
    AssumeRoot: ['Credentials.AccessKeyId'],
    GetCallerIdentity: ['Account', 'Arn'],
    GetFederationToken: ['Credentials.AccessKeyId', 'FederatedUser.Arn'],
    GetSessionToken: ['Credentials.AccessKeyId'],
  },
};

const encryption = {
  SSEKMSKeyId: 'answer-header x-amz-server-side-encryption-aws-kms-key-id',
  // Any other value than of KMS says that no key of KMS was used, and S3 says one or the other.
  ServerSideEncryption: 'presence answer-header x-amz-server-side-encryption',
};

/**
 * What of the headers of an answer is recorded, by service id, operation and path: where it stands.
 * Source: the response elements in each operation's API reference.
 */
export const answerHeaders: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
> = {
  // The key of an object or of a bucket's default encryption, which no request has to name.
  s3: {
    CompleteMultipartUpload: encryption,
    CopyObject: encryption,
    CreateMultipartUpload: encryption,
    GetObject: encryption,
    HeadObject: { SSEKMSKeyId: encryption.SSEKMSKeyId },
    PutObject: encryption,
    UploadPart: encryption,
    UploadPartCopy: encryption,
  },
};

/** Where an answer holds the id of an access key, of which no more is recorded than may be shown. */
export const answeredAccessKey = /(?:^|\.)accessKeyId$/i;

/** What stands before the path of a value of an answer where it is recorded among the parameters. */
export const answerPrefix = 'answer.';
