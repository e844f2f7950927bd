import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { plainEnvironment } from '../../clients/run-program.ts';
import { standInCredentials } from '../../stand-in/credentials.ts';
import { call } from '../../stand-in/signed-client.ts';
import { startStandIn } from '../../stand-in/start-stand-in.ts';

/** A user's folder, and an AWS of its own that has the bucket `b1`. */
export interface Place {
  /** The project. Its path has a space in it. */
  readonly cwd: string;
  /** The environment of a user who has credentials and little else. */
  readonly env: NodeJS.ProcessEnv;
  /** The options that lead to the stand-in for AWS. */
  readonly upstream: readonly string[];
  /** Gives the bucket `b1` a KMS key for the objects that name none. */
  encryptBucket(keyArn: string): Promise<void>;
  /** Returns the resources of the policy in `policy.json` of the project, sorted. */
  policyResources(): Promise<readonly string[]>;
}

/** Makes a place for one test, and removes it when the test has finished. */
export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-situation-'));
  const standIn = await startStandIn();
  onTestFinished(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const cwd = join(folder, 'the project');
  const caFile = join(folder, 'ca.pem');
  await Promise.all([mkdir(cwd), writeFile(caFile, standIn.caPem)]);
  await call(standIn, { service: 's3', method: 'PUT', host: 'b1.s3.eu-west-1.amazonaws.com' });
  return {
    cwd,
    env: {
      ...plainEnvironment(),
      AWS_ACCESS_KEY_ID: standInCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: standInCredentials.secretAccessKey,
      HOME: folder,
      XDG_DATA_HOME: join(folder, 'data'),
    },
    upstream: ['--upstream', standIn.url, '--upstream-ca', caFile],
    async encryptBucket(keyArn) {
      const body = `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${keyArn}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;
      const host = 'b1.s3.eu-west-1.amazonaws.com';
      await call(standIn, { service: 's3', method: 'PUT', host, query: { encryption: '' }, body });
    },
    policyResources: async () => resourcesOf(await readFile(join(cwd, 'policy.json'), 'utf8')),
  };
}

function resourcesOf(policy: string): readonly string[] {
  const { Statement }: { Statement: readonly { Resource: readonly string[] }[] } =
    JSON.parse(policy);
  return Statement.flatMap(({ Resource }) => Resource).sort();
}
