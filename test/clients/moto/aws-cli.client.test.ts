import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRecorded } from '../recorded-run.ts';
import { runProgram } from '../run-program.ts';
import { type MotoServer, startMoto } from './moto-server.ts';

/** One command, and the permissions that AWS documents for the calls it makes. */
interface CliCase {
  readonly command: string;
  readonly permissions: readonly string[];
  /** Said where moto itself computes another signature than AWS: then it does not check. */
  readonly motoMisreads?: string;
  readonly exit?: number;
}

const here = 'eu-west-1:123456789012';
const table = `--attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST`;
const queue = '--queue-url https://sqs.eu-west-1.amazonaws.com/123456789012/q1';

/** In this order: the later commands find what the earlier ones made. */
const cases: readonly CliCase[] = [
  { command: 's3 mb s3://my-bucket-1', permissions: ['s3:CreateBucket arn:aws:s3:::my-bucket-1'] },
  {
    command: 's3 cp --no-progress small.txt s3://my-bucket-1/a/b.txt',
    permissions: ['s3:PutObject arn:aws:s3:::my-bucket-1/a/b.txt'],
  },
  {
    command: 's3 cp s3://my-bucket-1/a/b.txt -',
    permissions: ['s3:GetObject arn:aws:s3:::my-bucket-1/a/b.txt'],
  },
  {
    command: 's3 cp --no-progress large.bin s3://my-bucket-1/large.bin',
    permissions: ['s3:PutObject arn:aws:s3:::my-bucket-1/large.bin'],
  },
  {
    command: 's3 cp --no-progress s3://my-bucket-1/large.bin back.bin',
    permissions: ['s3:GetObject arn:aws:s3:::my-bucket-1/large.bin'],
  },
  { command: 's3 ls', permissions: ['s3:ListAllMyBuckets *'] },
  {
    command: 's3 ls s3://my-bucket-1',
    permissions: ['s3:ListBucket arn:aws:s3:::my-bucket-1'],
    motoMisreads: 'the delimiter, a slash, in a query',
  },
  {
    command: 's3 ls s3://my-bucket-1/a/',
    permissions: ['s3:ListBucket arn:aws:s3:::my-bucket-1'],
    motoMisreads: 'a slash in a query',
  },
  {
    command: `dynamodb create-table --table-name t1 ${table} --query TableDescription.TableArn`,
    permissions: [`dynamodb:CreateTable arn:aws:dynamodb:${here}:table/t1`],
  },
  {
    command: 'dynamodb put-item --table-name t1 --item {"id":{"S":"1"}}',
    permissions: [`dynamodb:PutItem arn:aws:dynamodb:${here}:table/t1`],
  },
  {
    command: 'dynamodb get-item --table-name t1 --key {"id":{"S":"1"}}',
    permissions: [`dynamodb:GetItem arn:aws:dynamodb:${here}:table/t1`],
  },
  {
    command: 'sqs create-queue --queue-name q1',
    permissions: [`sqs:CreateQueue arn:aws:sqs:${here}:q1`],
  },
  {
    command: `sqs send-message ${queue} --message-body hi --query MD5OfMessageBody`,
    permissions: [`sqs:SendMessage arn:aws:sqs:${here}:q1`],
  },
  {
    command: `sqs receive-message ${queue} --query Messages[].Body`,
    permissions: [`sqs:ReceiveMessage arn:aws:sqs:${here}:q1`],
  },
  {
    command: 'sns create-topic --name top1',
    permissions: [`sns:CreateTopic arn:aws:sns:${here}:top1`],
  },
  {
    command: `sns publish --topic-arn arn:aws:sns:${here}:top1 --message hi --query length(MessageId)`,
    permissions: [`sns:Publish arn:aws:sns:${here}:top1`],
  },
  {
    command: 'iam create-role --role-name r1 --assume-role-policy-document {} --query Role.Arn',
    permissions: ['iam:CreateRole arn:aws:iam::123456789012:role/r1'],
  },
  {
    command: 'ssm put-parameter --name /app/x --value 1 --type String',
    permissions: [`ssm:PutParameter arn:aws:ssm:${here}:parameter/app/x`],
  },
  {
    command: 'ssm get-parameter --name /app/none',
    permissions: [`ssm:GetParameter arn:aws:ssm:${here}:parameter/app/none`],
    exit: 255,
  },
  { command: 'kms create-key --query KeyMetadata.KeyState', permissions: ['kms:CreateKey *'] },
  {
    command: 'logs create-log-group --log-group-name g1',
    permissions: [`logs:CreateLogGroup arn:aws:logs:${here}:log-group:g1:*`],
  },
  {
    command: 'lambda list-functions',
    permissions: ['lambda:ListFunctions *'],
    motoMisreads: 'a slash at the end of a path',
  },
  { command: 'sts get-caller-identity --query Arn', permissions: [] },
];

let direct: MotoServer;
let wrapped: MotoServer;
let directEnv: NodeJS.ProcessEnv;
let wrappedEnv: NodeJS.ProcessEnv;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-cli-'));
  await writeFile(join(folder, 'small.txt'), 'hello');
  // Above 8 MiB the AWS CLI uploads in parts and downloads in ranges.
  await writeFile(join(folder, 'large.bin'), randomBytes(9 * 1024 * 1024));
  [direct, wrapped] = await Promise.all([startMoto(), startMoto()]);
  directEnv = { ...(await direct.startOver()), AWS_CA_BUNDLE: direct.caFile };
  wrappedEnv = await wrapped.startOver();
}, 60_000);
afterAll(async () => {
  await Promise.all([direct.stop(), wrapped.stop()]);
  await rm(folder, { recursive: true });
});

describe('the AWS CLI behind leastgrant', () => {
  it.each(cases)('$command', async ({ command, permissions, motoMisreads, exit = 0 }) => {
    const checks = motoMisreads === undefined;
    await Promise.all([direct.checkSignatures(checks), wrapped.checkSignatures(checks)]);
    const words = ['aws', ...command.split(' ')];
    const bare = await runProgram([...words, '--endpoint-url', direct.url], {
      env: directEnv,
      cwd: folder,
    });
    const recorded = await runRecorded(words, {
      env: wrappedEnv,
      cwd: folder,
      options: ['--upstream', wrapped.url, '--upstream-ca', wrapped.caFile],
    });
    expect(bare.exit, bare.stderr).toBe(exit);
    expect(recorded.exit, recorded.stderr).toBe(exit);
    expect(comparable(recorded.stdout)).toBe(comparable(bare.stdout));
    expect(recorded.stderr).toContain(bare.stderr);
    expect(recorded.permissions).toEqual(permissions);
    for (const call of recorded.calls) expect(call.account).toBe('123456789012');
  });

  it('is refused by moto with a wrong secret, so that the others prove their signatures', async () => {
    const recorded = await runRecorded(['aws', 's3', 'ls'], {
      env: { ...wrappedEnv, AWS_SECRET_ACCESS_KEY: 'wrong' },
      options: ['--upstream', wrapped.url, '--upstream-ca', wrapped.caFile],
    });
    expect([recorded.exit, recorded.stderr]).toEqual([
      255,
      expect.stringContaining('(SignatureDoesNotMatch)'),
    ]);
  });

  it('brings large files back as they were', async () => {
    const sent = await readFile(join(folder, 'large.bin'));
    expect(sent.equals(await readFile(join(folder, 'back.bin')))).toBe(true);
  });
});

/** Takes out what differs between any two runs: the time, and the host that moto was called by. */
function comparable(output: string): string {
  return output
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME')
    .replaceAll(/https:\/\/[^/]+\//g, 'https://HOST/');
}
