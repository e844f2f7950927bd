// A service's nightly work on its table, function and logs (AWS SDK v3, ES module, calls side by side).
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  TransactWriteItemsCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const dynamodb = new DynamoDBClient();
const logs = new CloudWatchLogsClient();
const { Account } = await new STSClient().send(new GetCallerIdentityCommand());
console.log('account', Account);

async function createTable(TableName) {
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 60 }, { TableName });
}

await Promise.all(['accounts', 'transfers'].map(createTable));
await dynamodb.send(
  new UpdateTimeToLiveCommand({
    TableName: 'transfers',
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  }),
);
const balance = (id, amount) => ({ id: { S: id }, amount: { N: String(amount) } });
await dynamodb.send(
  new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { TableName: 'accounts', Item: balance('ada', 90) } },
      { Put: { TableName: 'transfers', Item: balance('1', 10) } },
      {
        Update: {
          TableName: 'accounts',
          Key: { id: { S: 'bob' } },
          UpdateExpression: 'SET amount = :amount',
          ExpressionAttributeValues: { ':amount': { N: '110' } },
        },
      },
    ],
  }),
);
const { Items } = await dynamodb.send(
  new ExecuteStatementCommand({
    Statement: 'SELECT amount FROM "accounts" WHERE id = ?',
    Parameters: [{ S: 'ada' }],
  }),
);
console.log('amount', Items[0].amount.N);

const logGroupName = '/nightly/transfers';
const logStreamName = 'worker-1';
await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { app: 'bank' } }));
await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
const logEvents = [{ timestamp: Date.now(), message: 'done' }];
await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
console.log('events', events.length);
