import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeVersions } from '../node-versions.ts';
import { runRecorded } from '../recorded-run.ts';
import { runProgram } from '../run-program.ts';
import { type MotoServer, startMoto } from './moto-server.ts';
import { lambdaPermissions, seriesPermissions, sqsPermissions } from './series-permissions.ts';

const programs = join(import.meta.dirname, '..', 'programs');

/** One program, and the permissions that AWS documents for its calls. */
interface ProgramCase {
  readonly name: string;
  readonly command: readonly string[];
  readonly permissions: readonly string[];
  /** Said where moto itself computes another signature than AWS: then it does not check. */
  readonly motoMisreads?: string;
}

const pythonCases: readonly ProgramCase[] = [
  { name: 'boto3', command: ['python3', 'boto3_program.py'], permissions: seriesPermissions },
  {
    name: 'boto3, a path with a slash at its end',
    command: ['python3', 'boto3_lambda_program.py'],
    permissions: lambdaPermissions,
    motoMisreads: 'a slash at the end of a path',
  },
  {
    name: 'boto3, SQS in the query protocol',
    command: ['python3', 'sqs_query_program.py'],
    permissions: sqsPermissions,
  },
];

const nodeCases: readonly ProgramCase[] = nodeVersions.flatMap(({ version, path }) =>
  [
    { name: 'AWS SDK v3, ES module', file: 'sdk-v3.mjs' },
    { name: 'AWS SDK v3, CommonJS', file: 'sdk-v3.cjs' },
    { name: 'AWS SDK v2', file: 'sdk-v2.cjs' },
  ].map(({ name, file }) => ({
    name: `${name} on Node ${version}`,
    command: [path, file],
    permissions: [...seriesPermissions, ...lambdaPermissions].sort(),
  })),
);

let moto: MotoServer;
beforeAll(async () => {
  moto = await startMoto();
}, 60_000);
afterAll(() => moto.stop());

describe('a program behind leastgrant', () => {
  it.each([...pythonCases, ...nodeCases])('$name', async (program) => {
    const checksSignatures = program.motoMisreads === undefined;
    const bareEnv = await moto.startOver({ checksSignatures });
    const bare = await runProgram(program.command, {
      env: { ...bareEnv, ...direct() },
      cwd: programs,
    });
    const recorded = await runRecorded(program.command, {
      env: await moto.startOver({ checksSignatures }),
      cwd: programs,
      options: ['--upstream', moto.url, '--upstream-ca', moto.caFile],
    });
    expect(bare.exit, bare.stderr).toBe(0);
    expect(recorded.exit, recorded.stderr).toBe(0);
    expect(recorded.stdout).toBe(bare.stdout);
    expect(recorded.stderr).toContain(bare.stderr);
    expect(recorded.permissions).toEqual(program.permissions);
    expect(recorded.calls.filter(({ outcome }) => outcome !== 'allowed')).toEqual([]);
  });
});

/** What leads a client to moto without leastgrant. */
function direct(): NodeJS.ProcessEnv {
  return { ENDPOINT: moto.url, AWS_CA_BUNDLE: moto.caFile, NODE_EXTRA_CA_CERTS: moto.caFile };
}
