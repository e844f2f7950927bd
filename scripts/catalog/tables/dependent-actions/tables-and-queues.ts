import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const itemActions = [
  'BatchWriteItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
];

const restoredItems: OperationRow = itemActions.map((name) => ({
  action: `dynamodb:${name}`,
  types: ['table'],
  bind: { TableName: 'TargetTableName' },
  because: 'fills the restored table in the name of the caller',
}));

const inRegion = (parameter: string, because: string, names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `dynamodb:${name}`,
    when: [parameter],
    template: 'arn:${Partition}:dynamodb:${ReplicaRegion}:${Account}:table/${TableName}',
    bind: { ReplicaRegion: parameter },
    because,
  }));

const witness = (change: 'Create' | 'Delete'): GrantRow => ({
  action: `dynamodb:${change}GlobalTableWitness`,
  when: [`GlobalTableWitnessUpdates[].${change}.RegionName`],
  types: ['table'],
  because: 'changes the witness of a global table',
});

const replicas: OperationRow = [
  ...inRegion('ReplicaUpdates[].Create.RegionName', 'adds a replica in its Region', [
    'CreateTable',
    'CreateTableReplica',
    ...itemActions,
  ]),
  ...inRegion('ReplicaUpdates[].Delete.RegionName', 'removes the replica in its Region', [
    'DeleteTable',
    'DeleteTableReplica',
  ]),
  witness('Create'),
  witness('Delete'),
];

const moving = (parameter: string, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `sqs:${name}`,
    types: ['queue'],
    ...(parameter !== '' && { bind: { QueueName: parameter } }),
    because: 'moves the messages in the name of the caller',
  }));

/** What else operations on tables and queues need, by service id and operation. */
export const tableAndQueueActions: OperationRows = {
  // Source: Amazon DynamoDB Developer Guide, "Using IAM with DynamoDB backup and restore"; "DynamoDB global tables
  // security", how global tables use IAM.
  dynamodb: {
    RestoreTableFromBackup: restoredItems,
    RestoreTableToPointInTime: restoredItems,
    UpdateTable: replicas,
  },
  // Source: Amazon SQS Developer Guide, "Configure a dead-letter queue redrive", queue permissions; without a destination
  // the messages go back to the queues that they came from, which nothing in the request names.
  sqs: {
    CancelMessageMoveTask: moving('', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'),
    ListMessageMoveTasks: moving('SourceArn', 'GetQueueAttributes'),
    StartMessageMoveTask: [
      ...moving('SourceArn', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'),
      ...moving('DestinationArn', 'SendMessage'),
    ],
  },
};
