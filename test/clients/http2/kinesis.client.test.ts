import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standInCredentials } from '../../stand-in/credentials.ts';
import { type MotoServer, startMoto } from '../moto/moto-server.ts';
import { nodeVersions } from '../node-versions.ts';
import { runRecorded } from '../recorded-run.ts';
import { plainEnvironment } from '../run-program.ts';
import { type KinesisServer, startKinesis, stream } from './kinesis-server.ts';

const programs = join(import.meta.dirname, '..', 'programs');
const stdout = `[ 20, 20, 20, 20, 20 ]\n${stream}\n[ 'st1' ]\n`;
const permissions = [
  `kinesis:CreateStream ${stream}`,
  `kinesis:DescribeStreamSummary ${stream}`,
  'kinesis:ListStreams *',
  `kinesis:PutRecords ${stream}`,
];

let folder: string;
let kinesis: KinesisServer;
let moto: MotoServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-kinesis-'));
  [kinesis, moto] = await Promise.all([startKinesis(), startMoto()]);
  await writeFile(join(folder, 'ca.pem'), kinesis.caPem);
}, 60_000);
afterAll(async () => {
  await Promise.all([kinesis.stop(), moto.stop(), rm(folder, { recursive: true })]);
});

describe.each(nodeVersions)('AWS SDK v3 with Kinesis on Node $version', ({ path }) => {
  const record = (env: NodeJS.ProcessEnv, url: string, caFile: string) =>
    runRecorded([path, 'kinesis-v3.mjs'], {
      env,
      cwd: programs,
      options: ['--upstream', url, '--upstream-ca', caFile],
    });

  it('reaches a server of HTTP/2, where its signature holds, and ends', async () => {
    const before = kinesis.versions.length;
    const env = {
      ...plainEnvironment(),
      AWS_ACCESS_KEY_ID: standInCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: standInCredentials.secretAccessKey,
      AWS_REGION: 'eu-west-1',
    };
    const recorded = await record(env, kinesis.url, join(folder, 'ca.pem'));
    expect(recorded.exit, recorded.stderr).toBe(0);
    expect(recorded.stdout).toBe(stdout);
    expect(recorded.permissions).toEqual(permissions);
    expect(recorded.calls.filter(({ outcome }) => outcome !== 'allowed')).toEqual([]);
    expect(kinesis.versions.slice(before)).toEqual(Array.from({ length: 8 }, () => '2.0'));
  });

  it('reaches a server of HTTP/1.1, which it cannot by itself', async () => {
    // The client signs `:authority`, which HTTP/1.1 does not have.
    const env = await moto.startOver({ checksSignatures: false });
    const recorded = await record(env, moto.url, moto.caFile);
    expect(recorded.exit, recorded.stderr).toBe(0);
    expect(recorded.stdout).toBe(stdout);
    expect(recorded.permissions).toEqual(permissions);
  });
});
