// Makes what the program expects to find: its bucket, table, queue and parameter.
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

const region = 'eu-west-1';
await Promise.all([
  new S3Client({ region }).send(new CreateBucketCommand({ Bucket: 'shop-reports' })),
  new SQSClient({ region }).send(new CreateQueueCommand({ QueueName: 'shipping' })),
  new SSMClient({ region }).send(
    new PutParameterCommand({ Name: '/shop/greeting', Value: 'welcome', Type: 'String' }),
  ),
  new DynamoDBClient({ region }).send(
    new CreateTableCommand({
      TableName: 'Orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'OrderId', AttributeType: 'S' },
        { AttributeName: 'Customer', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'OrderId', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'ByCustomer',
          KeySchema: [{ AttributeName: 'Customer', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  ),
]);
