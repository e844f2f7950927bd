import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const Bucket = process.argv[2];
const { Account } = await new STSClient().send(new GetCallerIdentityCommand());
console.log(Account);

const s3 = new S3Client();
const put = (Key, Body, more) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
await s3.send(new CreateBucketCommand({ Bucket }));
await put('a/b.txt', 'hello');
// In parts, each with a signature of its own, and the checksum behind them.
await put('large', Readable.from([Buffer.alloc(3_000_000)]), { ContentLength: 3_000_000 });
await Promise.all(Array.from({ length: 10 }, (_, index) => put(`many/${index}`, 'x')));
const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/b.txt' }));
console.log(await Body.transformToString());

const sqs = new SQSClient();
const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q1' }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hi' }));
