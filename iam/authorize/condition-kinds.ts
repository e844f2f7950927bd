/** A kind of condition: its key, and why it is written. */
export interface ConditionKind {
  /** The condition key, with `*` for what differs from call to call: `aws:RequestTag/*`. */
  readonly key: string;
  /**
   * Default: it holds in every run. Offered: it holds for the recorded request, but may fail the next run. Given: its
   * values are payload, which no recording holds, so it is written with those that the user gives.
   */
  readonly use: 'default' | 'offered' | 'given';
  /** What it holds the action to: a sentence in lower case that goes on after the key's name. */
  readonly about: string;
  /** The page of AWS that describes the key. */
  readonly source: string;
}

const kind = (use: ConditionKind['use'], key: string, about: string): ConditionKind => ({
  key,
  use,
  about,
  source: sourceOf(key),
});

const sources: Readonly<Record<string, string>> = {
  aws: 'IAM User Guide, "AWS global condition context keys"',
  bedrock: ofService('Amazon Bedrock'),
  cloudformation: ofService('AWS CloudFormation'),
  cloudwatch:
    'Amazon CloudWatch User Guide, "Using condition keys to limit access to CloudWatch namespaces"',
  dsql: ofService('Amazon Aurora DSQL'),
  dynamodb:
    'Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control"',
  ec2: ofService('Amazon EC2'),
  ecs: ofService('Amazon Elastic Container Service'),
  elasticfilesystem: ofService('Amazon Elastic File System'),
  elasticloadbalancing: ofService('AWS Elastic Load Balancing V2'),
  iam: 'IAM User Guide, "IAM and AWS STS condition context keys"',
  kms: 'AWS Key Management Service Developer Guide, "AWS KMS condition keys"',
  s3: ofService('Amazon S3'),
  s3express: ofService('Amazon S3 Express'),
  s3files: ofService('Amazon S3 Files'),
  secretsmanager: ofService('AWS Secrets Manager'),
  sns: ofService('Amazon SNS'),
  sts: 'IAM User Guide, "IAM and AWS STS condition context keys"',
  'vpc-lattice': ofService('Amazon VPC Lattice'),
};

function ofService(name: string): string {
  return `Service Authorization Reference, "Condition keys for ${name}"`;
}

function sourceOf(key: string): string {
  const [prefix = ''] = key.split(':');
  return sources[prefix] ?? 'Service Authorization Reference, condition keys of the service';
}

const createAction = 'holds tagging to the operation that creates what is tagged';

/**
 * Every kind of condition that the catalog's rules can write, by key. Where each comes from stands beside its rule, in
 * scripts/catalog/tables.
 */
export const conditionKinds: readonly ConditionKind[] = [
  kind(
    'offered',
    'aws:RequestedRegion',
    'holds an action without a regional resource to the region of the calls',
  ),
  kind('offered', 'aws:RequestTag/*', 'asks that the request sets this tag, to whatever value'),
  kind('offered', 'aws:TagKeys', 'holds the tags to the keys that were set'),
  kind(
    'default',
    'bedrock:InferenceProfileArn',
    'holds the models to what is asked for through the profile',
  ),
  kind('default', 'cloudformation:CreateAction', createAction),
  kind('default', 'cloudwatch:namespace', 'holds metrics to their namespace'),
  kind('default', 'drs:CreateAction', createAction),
  kind('default', 'dsql:WitnessRegion', 'holds the cluster to its witness region'),
  kind(
    'given',
    'dynamodb:LeadingKeys',
    'holds items to partition keys that match; no recording has keys, so none shows that they do',
  ),
  kind('offered', 'dynamodb:Select', 'holds reads to what they select'),
  kind(
    'default',
    'ec2:AuthorizedService',
    'holds the network interface to the service that may attach it',
  ),
  kind('default', 'ec2:CreateAction', createAction),
  kind('offered', 'ec2:InstanceType', 'holds instances to the type that was launched'),
  kind('default', 'ec2:VpceServiceName', 'holds endpoints to those of the service'),
  kind('default', 'ecs:CreateAction', createAction),
  kind('offered', 'ecs:cluster', 'holds tasks to their cluster'),
  kind('default', 'elasticfilesystem:CreateAction', createAction),
  kind('default', 'elasticloadbalancing:CreateAction', createAction),
  kind('default', 'iam:AWSServiceName', 'holds the service-linked role to its service'),
  kind('default', 'iam:PassedToService', 'holds the role to the service that it is handed to'),
  kind('offered', 'iam:PermissionsBoundary', 'holds what is created to its permissions boundary'),
  kind('offered', 'iam:PolicyARN', 'holds attaching to the policy that was attached'),
  kind(
    'offered',
    'kms:EncryptionContext:*',
    'asks that the encryption context has this key, with whatever value',
  ),
  kind('offered', 'kms:EncryptionContextKeys', 'holds the encryption context to its keys'),
  kind('default', 'kms:GrantIsForAWSResource', 'holds grants to those that a service makes'),
  kind('default', 'kms:RequestAlias', 'holds the keys to the one that has the alias'),
  kind(
    'default',
    'kms:ViaService',
    'holds the key to uses by the service, not by the program itself',
  ),
  kind('offered', 'lambda:FunctionArn', 'holds event sources to their function'),
  kind(
    'default',
    'lambda:FunctionUrlAuthType',
    'holds calls of function URLs to those that are signed',
  ),
  kind('default', 'lambda:InvokedViaFunctionUrl', 'holds invoking to calls of the function’s URL'),
  kind('default', 'mgn:CreateAction', createAction),
  kind('offered', 's3:delimiter', 'holds listings to the delimiter that was asked for'),
  kind('offered', 's3:prefix', 'holds listings to the prefix that was asked for'),
  kind('offered', 's3express:SessionMode', 'holds sessions to reading, or to what was asked for'),
  kind('default', 's3files:CreateAction', createAction),
  kind('default', 's3tables:namespace', 'holds tables to their namespace'),
  kind('default', 's3tables:tableName', 'holds tables to those of this name'),
  kind('offered', 'secretsmanager:BlockPublicPolicy', 'holds the setting to what was asked for'),
  kind(
    'offered',
    'secretsmanager:ForceDeleteWithoutRecovery',
    'holds deletion to what was asked for',
  ),
  kind('offered', 'secretsmanager:KmsKeyId', 'holds the secret to its key'),
  kind(
    'offered',
    'secretsmanager:RecoveryWindowInDays',
    'holds deletion to this window of recovery',
  ),
  kind('offered', 'secretsmanager:RotateImmediately', 'holds rotation to what was asked for'),
  kind('offered', 'secretsmanager:RotationLambdaARN', 'holds rotation to this function'),
  kind('offered', 'secretsmanager:VersionId', 'holds reads to this version of the secret'),
  kind('offered', 'secretsmanager:VersionStage', 'holds the secret to versions with this label'),
  kind(
    'default',
    'servicediscovery:NamespaceName',
    'holds discovery to the namespace of this name',
  ),
  kind('default', 'servicediscovery:ServiceName', 'holds discovery to the service of this name'),
  kind('offered', 'ses:FromAddress', 'holds mail to the address that it is sent from'),
  kind('offered', 'sns:Protocol', 'holds subscriptions to this protocol'),
  kind(
    'offered',
    'states:StateMachineQualifier',
    'holds the state machine to the version or alias that was asked for',
  ),
  kind('default', 'sts:AWSServiceName', 'holds the bearer token to the service that it is for'),
  kind('offered', 'sts:ExternalId', 'holds the role to this external id'),
  kind('offered', 'sts:RoleSessionName', 'holds the role to sessions of this name'),
  kind('default', 'vpc-lattice:CreateAction', createAction),
];

/** Returns the kind of a condition key; undefined for one that no rule writes. */
export function findConditionKind(key: string): ConditionKind | undefined {
  const known = byKey.get(key);
  if (known !== undefined) return known;
  return conditionKinds.find(
    (one) => one.key.endsWith('*') && key.startsWith(one.key.slice(0, -1)),
  );
}

const byKey: ReadonlyMap<string, ConditionKind> = new Map(
  conditionKinds.map((one) => [one.key, one]),
);
