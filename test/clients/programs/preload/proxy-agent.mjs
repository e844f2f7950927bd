import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { HttpsProxyAgent } from 'https-proxy-agent';

const httpsAgent = new HttpsProxyAgent(process.env.HTTPS_PROXY);
const s3 = new S3Client({ region: 'eu-west-1', maxAttempts: 1, requestHandler: { httpsAgent } });
const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'key' }));
console.log((await Body.transformToByteArray()).length);
