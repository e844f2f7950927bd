// Takes an order in: a topic feeds a queue, whose orders start a workflow (AWS SDK v3, ES module).
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  CreateTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const iam = new IAMClient();
const sfn = new SFNClient();
const sns = new SNSClient();
const sqs = new SQSClient();

const { QueueUrl } = await sqs.send(
  new CreateQueueCommand({ QueueName: 'orders.fifo', Attributes: { FifoQueue: 'true' } }),
);
const { Attributes } = await sqs.send(
  new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
);
const { TopicArn } = await sns.send(
  new CreateTopicCommand({ Name: 'orders.fifo', Attributes: { FifoTopic: 'true' } }),
);
const Policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: Attributes.QueueArn,
      Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
    },
  ],
});
await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes.QueueArn }));

const { Role } = await iam.send(
  new CreateRoleCommand({
    RoleName: 'order-workflow',
    Path: '/shop/',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'states.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    }),
  }),
);
await iam.send(
  new PutRolePolicyCommand({
    RoleName: 'order-workflow',
    PolicyName: 'notify',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: TopicArn }],
    }),
  }),
);
const { stateMachineArn } = await sfn.send(
  new CreateStateMachineCommand({
    name: 'fulfil-order',
    roleArn: Role.Arn,
    definition: JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }),
  }),
);

await sns.send(
  new PublishCommand({
    TopicArn,
    Message: JSON.stringify({ order: 1017, item: 'kettle' }),
    MessageGroupId: 'orders',
    MessageDeduplicationId: '1017',
  }),
);
const { Messages = [] } = await sqs.send(
  new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
);
for (const { Body } of Messages) {
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: 'order-1017', input: Body }),
  );
  const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  console.log('order', status);
}
await sqs.send(
  new DeleteMessageBatchCommand({
    QueueUrl,
    Entries: Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle })),
  }),
);
