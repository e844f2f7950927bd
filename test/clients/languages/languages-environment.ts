import { standInAccount, standInCredentials } from '../../stand-in/credentials.ts';
import { plainEnvironment } from '../run-program.ts';

/** What the programs' calls of SQS need. */
export const sqs: readonly string[] = [
  `sqs:CreateQueue arn:aws:sqs:eu-west-1:${standInAccount}:q1`,
  `sqs:SendMessage arn:aws:sqs:eu-west-1:${standInAccount}:q1`,
];

/** What the programs' calls of S3 need: each makes a bucket, writes `a/b.txt` and `more`, and reads the former. */
export function languagePermissions(bucket: string, more: readonly string[]): readonly string[] {
  const arn = `arn:aws:s3:::${bucket}`;
  return [
    `s3:CreateBucket ${arn}`,
    `s3:GetObject ${arn}/a/b.txt`,
    ...['a/b.txt', ...more].map((key) => `s3:PutObject ${arn}/${key}`),
  ];
}

/** Returns the environment of a client of the stand-in, with nothing of this machine. */
export function languagesEnvironment(missingFile: string): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    AWS_ACCESS_KEY_ID: standInCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: standInCredentials.secretAccessKey,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    // Version 1 of the SDK for Go would ask STS in us-east-1.
    AWS_STS_REGIONAL_ENDPOINTS: 'regional',
    AWS_CONFIG_FILE: missingFile,
    AWS_SHARED_CREDENTIALS_FILE: missingFile,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    // Deno asks for a newer version of itself.
    DENO_NO_UPDATE_CHECK: '1',
  };
}
