import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluatePolicy } from '../../oracle/evaluate-policy.ts';
import { startStandIn } from '../../stand-in/start-stand-in.ts';
import { findBun } from '../preload/find-bun.ts';
import { runRecorded } from '../recorded-run.ts';
import { buildGoPrograms, goPackages } from './build-go-programs.ts';
import { findAwsCliV2 } from './find-aws-cli-v2.ts';
import { findDeno } from './find-deno.ts';
import { languagePermissions, languagesEnvironment, sqs } from './languages-environment.ts';

const programs = join(import.meta.dirname, '..', 'programs', 'languages');
const account = '123456789012\n';
const text = 'hello\n';
const many = Array.from({ length: 10 }, (_, index) => `many/${index}`);

/** One program, what it prints, and the permissions that AWS documents for its calls. */
interface LanguageCase {
  readonly name: string;
  readonly command: () => readonly string[];
  readonly stdout: string;
  readonly permissions: readonly string[];
  /** What the machine needs for it. */
  readonly needs: string;
  /** What the runtime itself says on stderr. */
  readonly says?: RegExp;
}

const cases: readonly LanguageCase[] = [
  {
    name: 'AWS SDK for Go v1',
    needs: goPackages,
    command: () => [join(folder, 'go-v1')],
    stdout: account + text,
    permissions: [...languagePermissions('bucket-go-v1', ['large']), ...sqs],
  },
  {
    name: 'AWS SDK for Go v2, twenty calls at once',
    needs: goPackages,
    command: () => [join(folder, 'go-v2')],
    stdout: account + text,
    permissions: [
      ...languagePermissions('bucket-go-v2', [
        'large',
        ...Array.from({ length: 20 }, (_, index) => `many/${index}`),
      ]),
      ...sqs,
    ],
  },
  {
    name: 'AWS SDK for Ruby',
    needs: 'apt-get install ruby ruby-aws-sdk-s3',
    command: () => ['ruby', 'calls.rb'],
    stdout: account + text,
    permissions: languagePermissions('bucket-ruby', ['large', 'in-parts', ...many]),
  },
  {
    name: 'PHP: AsyncAws, Guzzle',
    needs:
      'apt-get install php-cli php-curl php-async-aws-core php-async-aws-sqs php-guzzlehttp-guzzle',
    command: () => ['php', 'calls.php'],
    stdout: account + text,
    permissions: [...languagePermissions('bucket-php', ['large']), ...sqs],
  },
  {
    name: 'Java: java.net.http, HttpURLConnection',
    needs: 'apt-get install openjdk-17-jdk-headless',
    command: () => ['java', 'Calls.java'],
    stdout: account + text + text,
    permissions: languagePermissions('bucket-java', ['large', ...many]),
    says: /^Picked up JAVA_TOOL_OPTIONS: .*\n/,
  },
  {
    name: 'Perl: Net::Amazon::S3',
    needs: 'apt-get install perl libnet-amazon-s3-perl',
    command: () => ['perl', 'calls.pl'],
    stdout: text,
    permissions: languagePermissions('bucket-perl', ['large']),
  },
  {
    name: 'rclone',
    needs: 'apt-get install rclone',
    command: () => ['sh', 'rclone.sh'],
    stdout: text,
    permissions: [
      ...languagePermissions('bucket-rclone', ['large']),
      // It looks before it writes, and names an ACL.
      's3:GetObject arn:aws:s3:::bucket-rclone/large',
      's3:ListBucket arn:aws:s3:::bucket-rclone',
      's3:PutBucketAcl arn:aws:s3:::bucket-rclone',
      's3:PutObjectAcl arn:aws:s3:::bucket-rclone/a/b.txt',
      's3:PutObjectAcl arn:aws:s3:::bucket-rclone/large',
    ],
  },
  {
    name: 's3cmd',
    needs: 'apt-get install s3cmd',
    command: () => ['sh', 's3cmd.sh'],
    stdout: text,
    permissions: languagePermissions('bucket-s3cmd', ['large']),
  },
  {
    name: 'AWS CLI v2',
    needs: 'apt-get install awscli',
    command: () => ['env', `AWS_CLI=${findAwsCliV2()}`, 'sh', 'aws-cli.sh'],
    stdout:
      'make_bucket: bucket-cli-v2\n' + 'https://sqs.eu-west-1.amazonaws.com/123456789012/q1\n',
    permissions: [
      's3:CreateBucket arn:aws:s3:::bucket-cli-v2',
      's3:PutObject arn:aws:s3:::bucket-cli-v2/large',
      'sqs:CreateQueue arn:aws:sqs:eu-west-1:123456789012:q1',
    ],
  },
  {
    name: 'AWS SDK for JavaScript v3 on Bun',
    needs: 'npm ci in test/clients',
    command: () => [findBun(), 'calls.mjs', 'bucket-bun'],
    stdout: account + text,
    permissions: [...languagePermissions('bucket-bun', ['large', ...many]), ...sqs],
  },
  {
    name: 'AWS SDK for JavaScript v3 on Deno',
    needs: 'npm ci in test/clients',
    command: () => [findDeno(), 'run', '--allow-all', 'calls.mjs', 'bucket-deno'],
    stdout: account + text,
    permissions: [...languagePermissions('bucket-deno', ['large', ...many]), ...sqs],
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-languages-'));
  await buildGoPrograms(programs, folder);
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a program in another language behind leastgrant', () => {
  it.concurrent.each(cases)(
    '$name',
    async ({ command, stdout, permissions, needs, says = /^/ }) => {
      const standIn = await startStandIn();
      const caFile = join(folder, `${randomUUID()}.pem`);
      await writeFile(caFile, standIn.caPem);
      const recorded = await runRecorded(command(), {
        env: languagesEnvironment(join(folder, 'none')),
        cwd: programs,
        options: ['--upstream', standIn.url, '--upstream-ca', caFile],
      }).finally(() => standIn.stop());
      expect(recorded.exit, `${recorded.stderr}\nit needs: ${needs}`).toBe(0);
      expect(recorded.stdout).toBe(stdout);
      expect(recorded.permissions).toEqual([...permissions].sort());
      expect(operationsOf(recorded.calls)).toEqual(operationsOf(standIn.requests));
      // Nothing but the summary, so no fault and no client that was lost.
      expect(recorded.stderr).toMatch(says);
      expect(recorded.stderr.replace(says, '')).toMatch(/^leastgrant: \d+ calls/);
      expect(recorded.stderr).not.toMatch(/not recorded|not recognised/);
      for (const permission of permissions) {
        const [action = '', resource = ''] = permission.split(/ (.*)/s);
        expect(evaluatePolicy(recorded.policy, { action, resource }), permission).toBe('allowed');
      }
    },
  );
});

/** The distinct operations, whoever saw them. */
function operationsOf(
  requests: readonly { readonly service: string | null; readonly operation: string | null }[],
): string[] {
  return [...new Set(requests.map(({ service, operation }) => `${service} ${operation}`))].sort();
}
