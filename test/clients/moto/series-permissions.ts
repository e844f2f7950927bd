const here = 'eu-west-1:123456789012';

/** What AWS documents for the calls of the programs' common series, sorted. */
export const seriesPermissions: readonly string[] = [
  `dynamodb:CreateTable arn:aws:dynamodb:${here}:table/t1`,
  `dynamodb:GetItem arn:aws:dynamodb:${here}:table/t1`,
  `dynamodb:PutItem arn:aws:dynamodb:${here}:table/t1`,
  'iam:CreateRole arn:aws:iam::123456789012:role/r1',
  'kms:CreateKey *',
  `logs:CreateLogGroup arn:aws:logs:${here}:log-group:g1:*`,
  's3:CreateBucket arn:aws:s3:::my-bucket-1',
  's3:GetObject arn:aws:s3:::my-bucket-1/a/b.txt',
  's3:ListBucket arn:aws:s3:::my-bucket-1',
  's3:PutObject arn:aws:s3:::my-bucket-1/a/b.txt',
  `sns:CreateTopic arn:aws:sns:${here}:top1`,
  `sqs:CreateQueue arn:aws:sqs:${here}:q1`,
  `sqs:SendMessage arn:aws:sqs:${here}:q1`,
  `ssm:PutParameter arn:aws:ssm:${here}:parameter/app/x`,
];

/** What listing functions needs. */
export const lambdaPermissions: readonly string[] = ['lambda:ListFunctions *'];

/** What the program that speaks SQS in the query protocol needs, sorted. */
export const sqsPermissions: readonly string[] = [
  `sqs:CreateQueue arn:aws:sqs:${here}:q1`,
  `sqs:ReceiveMessage arn:aws:sqs:${here}:q1`,
  `sqs:SendMessage arn:aws:sqs:${here}:q1`,
];
