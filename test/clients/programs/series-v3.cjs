// The series of calls that both programs on the AWS SDK for JavaScript v3 make.
// ENDPOINT, where set, is an endpoint written in code.
const endpoint = process.env.ENDPOINT;
const settings = { region: 'eu-west-1', ...(endpoint && { endpoint, forcePathStyle: true }) };

/** Makes the calls; `sdk` holds the modules of the clients by their short names. */
async function runSeries(sdk) {
  const s3 = new sdk.s3.S3Client(settings);
  const Bucket = 'my-bucket-1';
  const Key = 'a/b.txt';
  await s3.send(
    new sdk.s3.CreateBucketCommand({
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  await s3.send(new sdk.s3.PutObjectCommand({ Bucket, Key, Body: 'hello' }));
  const { Body } = await s3.send(new sdk.s3.GetObjectCommand({ Bucket, Key }));
  console.log('s3 get', await Body.transformToString());
  const { Contents } = await s3.send(new sdk.s3.ListObjectsV2Command({ Bucket }));
  console.log('s3 list', Contents.map((object) => object.Key).join());

  const dynamodb = new sdk.dynamodb.DynamoDBClient(settings);
  const TableName = 't1';
  await dynamodb.send(
    new sdk.dynamodb.CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const id = { id: { S: '1' } };
  await dynamodb.send(new sdk.dynamodb.PutItemCommand({ TableName, Item: id }));
  const { Item } = await dynamodb.send(new sdk.dynamodb.GetItemCommand({ TableName, Key: id }));
  console.log('dynamodb get', JSON.stringify(Item));

  const sqs = new sdk.sqs.SQSClient(settings);
  const { QueueUrl } = await sqs.send(new sdk.sqs.CreateQueueCommand({ QueueName: 'q1' }));
  const sent = await sqs.send(new sdk.sqs.SendMessageCommand({ QueueUrl, MessageBody: 'hi' }));
  console.log('sqs send', sent.MD5OfMessageBody);

  const sns = new sdk.sns.SNSClient(settings);
  console.log('sns', (await sns.send(new sdk.sns.CreateTopicCommand({ Name: 'top1' }))).TopicArn);
  const { Role } = await new sdk.iam.IAMClient(settings).send(
    new sdk.iam.CreateRoleCommand({ RoleName: 'r1', AssumeRolePolicyDocument: '{}' }),
  );
  console.log('iam', Role.Arn);
  const { Version } = await new sdk.ssm.SSMClient(settings).send(
    new sdk.ssm.PutParameterCommand({ Name: '/app/x', Value: '1', Type: 'String' }),
  );
  console.log('ssm', Version);
  const kms = new sdk.kms.KMSClient(settings);
  console.log('kms', (await kms.send(new sdk.kms.CreateKeyCommand({}))).KeyMetadata.KeyState);
  await new sdk.logs.CloudWatchLogsClient(settings).send(
    new sdk.logs.CreateLogGroupCommand({ logGroupName: 'g1' }),
  );
  const lambda = new sdk.lambda.LambdaClient(settings);
  const { Functions } = await lambda.send(new sdk.lambda.ListFunctionsCommand({}));
  console.log('lambda', JSON.stringify(Functions));
}

module.exports = { runSeries };
