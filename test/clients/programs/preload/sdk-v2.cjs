process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
const { S3, STS } = require('aws-sdk');

async function main() {
  const settings = { region: 'eu-west-1', maxRetries: 0, httpOptions: { connectTimeout: 5000 } };
  console.log((await new STS(settings).getCallerIdentity().promise()).Account);
  const s3 = new S3(settings);
  const Body = Buffer.alloc(3_000_000);
  await s3.putObject({ Bucket: 'bucket', Key: 'key', Body }).promise();
  const { Body: answer } = await s3.getObject({ Bucket: 'bucket', Key: 'key' }).promise();
  console.log(answer.length);
}

main();
