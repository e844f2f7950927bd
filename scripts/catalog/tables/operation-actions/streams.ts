import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

const consumer = (action: string): OperationRow => [
  { action, when: ['ConsumerARN'], template: '${Arn}', bind: { Arn: 'ConsumerARN' } },
  // The ARN ends in the time of the registration.
  { action, unless: ['ConsumerARN'], template: '${StreamARN}/consumer/${ConsumerName}:*' },
];

const onBus = (rest: Omit<GrantRow, 'action' | 'types'>): GrantRow => ({
  action: 'events:PutEvents',
  types: ['event-bus'],
  ...rest,
});

const replay = (rest: Omit<GrantRow, 'action'>): GrantRow => ({
  action: 'events:StartReplay',
  ...rest,
});

// A scaling policy that is named by its ARN says its group.
const scalingPolicy = (action: string): OperationRow => [
  { action, when: ['AutoScalingGroupName'] },
  {
    action,
    unless: ['AutoScalingGroupName'],
    bind: { GroupFriendlyName: 'scalingGroup(PolicyName)' },
  },
];

/** Operations of event buses, streams, tables and tags of DNS, whose resource stands in more than one parameter. */
export const streamOperations: OperationRows = {
  // Source: Amazon EC2 Auto Scaling API Reference, ExecutePolicy: the group is required unless PolicyName is an ARN.
  'auto-scaling': {
    DeletePolicy: scalingPolicy('autoscaling:DeletePolicy'),
    ExecutePolicy: scalingPolicy('autoscaling:ExecutePolicy'),
  },
  // Source: Amazon DynamoDB API Reference, ImportTable and RestoreTableToPointInTime; the table may be named by its ARN.
  dynamodb: {
    ImportTable: [
      { action: 'dynamodb:ImportTable', bind: { TableName: 'TableCreationParameters.TableName' } },
    ],
    RestoreTableToPointInTime: [
      {
        action: 'dynamodb:RestoreTableToPointInTime',
        bind: { TableName: 'eachOf(SourceTableName?, SourceTableArn?)' },
      },
    ],
  },
  // Source: Amazon DynamoDB API Reference, GetRecords of DynamoDB Streams: the example's iterator begins with the stream.
  'dynamodb-streams': {
    GetRecords: [
      { action: 'dynamodb:GetRecords', when: ['ShardIterator'], template: '${ShardIterator}' },
      { action: 'dynamodb:GetRecords', unless: ['ShardIterator'] },
    ],
  },
  // Source: EventBridge API Reference, PutEvents: an entry without a name goes to the default bus.
  // CreateArchive and StartReplay: one's EventSourceArn is a bus, the other's an archive.
  eventbridge: {
    CreateArchive: [
      {
        action: 'events:CreateArchive',
        template: 'arn:${Partition}:events:${Region}:${Account}:archive/${ArchiveName}',
      },
      {
        action: 'events:CreateArchive',
        template: '${Arn}',
        bind: { Arn: 'EventSourceArn' },
      },
    ],
    DescribeEventBus: [
      { action: 'events:DescribeEventBus', bind: { EventBusName: 'orDefault(Name?)' } },
    ],
    PutEvents: [
      onBus({
        when: ['Entries[].EventBusName'],
        bind: { EventBusName: 'Entries[].EventBusName' },
      }),
      onBus({ when: ['Entries[!EventBusName].Source'], bind: { EventBusName: '"default"' } }),
      onBus({
        unless: ['Entries[].EventBusName', 'Entries[!EventBusName].Source'],
        bind: { EventBusName: '"default"' },
      }),
    ],
    StartReplay: [
      replay({ types: ['replay'] }),
      replay({ template: '${Arn}', bind: { Arn: 'EventSourceArn' } }),
      replay({ template: '${Arn}', bind: { Arn: 'Destination.Arn' } }),
    ],
  },
  // Source: "Resource types defined by Amazon Kinesis Data Streams"; Amazon Kinesis API Reference, DescribeStreamConsumer.
  kinesis: {
    DeregisterStreamConsumer: consumer('kinesis:DeregisterStreamConsumer'),
    DescribeStreamConsumer: consumer('kinesis:DescribeStreamConsumer'),
  },
  // Source: Amazon Route 53 API Reference, ChangeTagsForResource, `ResourceType`.
  'route-53': Object.fromEntries(
    [
      ['ChangeTagsForResource', 'ResourceId'],
      ['ListTagsForResource', 'ResourceId'],
      ['ListTagsForResources', 'ResourceIds[]'],
    ].map(([operation = '', ids]) => [
      operation,
      [
        {
          action: `route53:${operation}`,
          template: 'arn:${Partition}:route53:::${Resource}',
          bind: { Resource: `under(ResourceType, ${ids})` },
        },
      ],
    ]),
  ),
};
