import type { GrantRow, OperationRow } from './operation-actions/row.ts';

/** Where logs are delivered to: expressions for each kind of destination that a request may name. */
export interface LogDestinations {
  readonly logGroup?: string;
  /** The name of the bucket. */
  readonly bucket?: string;
  /** The name or the ARN of the stream. */
  readonly stream?: string;
}

/** Returns the destinations that stand as ARNs in one parameter, whatever their kind. */
export const destinationsIn = (path: string): Required<LogDestinations> => ({
  logGroup: `arnOf(${path}, "logs")`,
  bucket: `bucketOfArn(${path})`,
  stream: `arnOf(${path}, "firehose")`,
});

const guide = 'Amazon CloudWatch Logs User Guide, "Enable logging from AWS services"';

/**
 * Returns what CloudWatch Logs does in the name of the caller to let logs in where they are delivered to: it adds to the
 * policy of the bucket or of log groups where that lacks it, and tags the stream.
 * Source: Amazon CloudWatch Logs User Guide, "Logs sent to CloudWatch Logs", "… to Amazon S3" and "… to Firehose", user
 * permissions.
 */
export function letLogsIn({ logGroup, bucket, stream }: LogDestinations): OperationRow {
  return [
    ...(bucket === undefined ? [] : openBucket(bucket)),
    ...(logGroup === undefined ? [] : openLogGroup(logGroup)),
    ...(stream === undefined ? [] : openStream(stream)),
  ];
}

const openBucket = (bucket: string): OperationRow =>
  ['GetBucketPolicy', 'PutBucketPolicy'].map((action) => ({
    action: `s3:${action}`,
    when: [bucket],
    types: ['bucket'],
    bind: { BucketName: bucket },
    because: 'lets logs into the bucket by its policy, where that lacks it',
    source: `${guide}, logs sent to Amazon S3`,
  }));

const openLogGroup = (logGroup: string): OperationRow =>
  ['DescribeLogGroups', 'DescribeResourcePolicies', 'PutResourcePolicy'].map((action) => ({
    action: `logs:${action}`,
    when: [logGroup],
    types: [],
    because: 'lets logs into the log group by a policy, where that lacks it',
    source: `${guide}, logs sent to CloudWatch Logs`,
  }));

const openStream = (stream: string): readonly GrantRow[] => [
  {
    action: 'firehose:TagDeliveryStream',
    when: [stream],
    types: ['deliverystream'],
    bind: { DeliveryStreamName: stream },
    because: 'tags the stream for the role that delivers logs to it',
    source: `${guide}, logs sent to Firehose`,
  },
  {
    action: 'iam:CreateServiceLinkedRole',
    when: [stream],
    template:
      'arn:${Partition}:iam::${Account}:role/aws-service-role/delivery.logs.amazonaws.com/${ServiceLinkedRoleName}',
    conditions: { StringEquals: { 'iam:AWSServiceName': ['delivery.logs.amazonaws.com'] } },
    because:
      'makes the service-linked role of delivery.logs.amazonaws.com, the first time in an account',
    source: `${guide}, logs sent to Firehose`,
  },
];
