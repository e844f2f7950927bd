import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const settings = { region: 'eu-west-1', maxAttempts: 1 };
const sts = new STSClient(settings);
console.log((await sts.send(new GetCallerIdentityCommand({}))).Account);
const s3 = new S3Client(settings);
const Body = new Uint8Array(3_000_000);
await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'key', Body }));
const { Body: answer } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'key' }));
console.log((await answer.transformToByteArray()).length);
