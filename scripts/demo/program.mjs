// An ordinary program: it writes a report, files an order and tells another service about it.
// It knows nothing of leastgrant. `npm run demo` records it and prints the policy that it needs.
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CopyObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const region = 'eu-west-1';
const dynamodb = new DynamoDBClient({ region });
const s3 = new S3Client({ region });
const sqs = new SQSClient({ region });
const ssm = new SSMClient({ region });
const sts = new STSClient({ region });

const identity = await sts.send(new GetCallerIdentityCommand({}));
console.log(`account ${identity.Account}`);

const greeting = await ssm.send(new GetParameterCommand({ Name: '/shop/greeting' }));
console.log(`parameter /shop/greeting: ${greeting.Parameter.Value}`);

const Bucket = 'shop-reports';
const report = { Bucket, Key: 'daily/2026-11-22.csv', Body: 'order,total\n1001,42\n' };
await s3.send(new PutObjectCommand(report));
const listing = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'daily/' }));
const CopySource = `${Bucket}/${report.Key}`;
await s3.send(new CopyObjectCommand({ Bucket, Key: 'latest.csv', CopySource }));
console.log(`reports: ${listing.Contents.map((object) => object.Key).join(', ')}`);

const TableName = 'Orders';
const order = { OrderId: { S: '1001' }, Customer: { S: 'ada' }, Total: { N: '42' } };
await dynamodb.send(new PutItemCommand({ TableName, Item: order }));
const Key = { OrderId: order.OrderId };
const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key }));
const orders = await dynamodb.send(
  new QueryCommand({
    TableName,
    IndexName: 'ByCustomer',
    KeyConditionExpression: 'Customer = :customer',
    ExpressionAttributeValues: { ':customer': order.Customer },
  }),
);
console.log(`order ${Item.OrderId.S}: total ${Item.Total.N}, ${orders.Count} of this customer`);

const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'shipping' }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'ship 1001' }));
const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
for (const { Body, ReceiptHandle } of Messages) {
  console.log(`message: ${Body}`);
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}
