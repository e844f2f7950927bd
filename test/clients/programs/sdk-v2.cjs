// An ordinary program on the AWS SDK for JavaScript v2. ENDPOINT, where set, is an endpoint written in code.
const AWS = require('aws-sdk');

const endpoint = process.env.ENDPOINT;
const settings = { region: 'eu-west-1', ...(endpoint && { endpoint, s3ForcePathStyle: true }) };

async function run() {
  const s3 = new AWS.S3(settings);
  const Bucket = 'my-bucket-1';
  const Key = 'a/b.txt';
  await s3
    .createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } })
    .promise();
  await s3.putObject({ Bucket, Key, Body: 'hello' }).promise();
  console.log('s3 get', (await s3.getObject({ Bucket, Key }).promise()).Body.toString());
  const { Contents } = await s3.listObjectsV2({ Bucket }).promise();
  console.log('s3 list', Contents.map((object) => object.Key).join());

  const dynamodb = new AWS.DynamoDB(settings);
  const TableName = 't1';
  await dynamodb
    .createTable({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    })
    .promise();
  const id = { id: { S: '1' } };
  await dynamodb.putItem({ TableName, Item: id }).promise();
  const { Item } = await dynamodb.getItem({ TableName, Key: id }).promise();
  console.log('dynamodb get', JSON.stringify(Item));

  const sqs = new AWS.SQS(settings);
  const { QueueUrl } = await sqs.createQueue({ QueueName: 'q1' }).promise();
  const sent = await sqs.sendMessage({ QueueUrl, MessageBody: 'hi' }).promise();
  console.log('sqs send', sent.MD5OfMessageBody);

  const topic = await new AWS.SNS(settings).createTopic({ Name: 'top1' }).promise();
  console.log('sns', topic.TopicArn);
  const role = { RoleName: 'r1', AssumeRolePolicyDocument: '{}' };
  console.log('iam', (await new AWS.IAM(settings).createRole(role).promise()).Role.Arn);
  const parameter = { Name: '/app/x', Value: '1', Type: 'String' };
  console.log('ssm', (await new AWS.SSM(settings).putParameter(parameter).promise()).Version);
  const { KeyMetadata } = await new AWS.KMS(settings).createKey({}).promise();
  console.log('kms', KeyMetadata.KeyState);
  await new AWS.CloudWatchLogs(settings).createLogGroup({ logGroupName: 'g1' }).promise();
  const { Functions } = await new AWS.Lambda(settings).listFunctions({}).promise();
  console.log('lambda', JSON.stringify(Functions));
}

run();
