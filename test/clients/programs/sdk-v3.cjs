// An ordinary CommonJS program on the AWS SDK for JavaScript v3.
const { runSeries } = require('./series-v3.cjs');

runSeries({
  dynamodb: require('@aws-sdk/client-dynamodb'),
  iam: require('@aws-sdk/client-iam'),
  kms: require('@aws-sdk/client-kms'),
  lambda: require('@aws-sdk/client-lambda'),
  logs: require('@aws-sdk/client-cloudwatch-logs'),
  s3: require('@aws-sdk/client-s3'),
  sns: require('@aws-sdk/client-sns'),
  sqs: require('@aws-sdk/client-sqs'),
  ssm: require('@aws-sdk/client-ssm'),
});
