import { KinesisClient, ListStreamsCommand } from '@aws-sdk/client-kinesis';

const kinesis = new KinesisClient({ region: 'eu-west-1', maxAttempts: 1 });
for (let call = 0; call < 3; call += 1) {
  console.log((await kinesis.send(new ListStreamsCommand({}))).StreamNames.join());
}
