// Kinesis, which the AWS SDK v3 reaches by HTTP/2.
import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListStreamsCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';

const StreamName = 'st1';
const kinesis = new KinesisClient({ maxAttempts: 1 });
await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
const records = Array.from({ length: 20 }, (_, index) => ({
  PartitionKey: String(index),
  Data: Buffer.alloc(30_000, index),
}));
// At once, so that streams of one connection overlap.
const answers = await Promise.all(
  [1, 2, 3, 4, 5].map(() => kinesis.send(new PutRecordsCommand({ StreamName, Records: records }))),
);
console.log(answers.map(({ Records, FailedRecordCount }) => Records.length - FailedRecordCount));
const { StreamDescriptionSummary } = await kinesis.send(
  new DescribeStreamSummaryCommand({ StreamName }),
);
console.log(StreamDescriptionSummary.StreamARN);
console.log((await kinesis.send(new ListStreamsCommand({}))).StreamNames);
