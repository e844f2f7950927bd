import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeVersions } from '../node-versions.ts';
import { runRecorded } from '../recorded-run.ts';
import { runProgram } from '../run-program.ts';
import { type MotoServer, startMoto } from './moto-server.ts';
import { lambdaPermissions, seriesPermissions } from './series-permissions.ts';

const programs = join(import.meta.dirname, '..', 'programs');
const permissionsOfNode = [...seriesPermissions, ...lambdaPermissions].sort();
const python = { command: ['python3', 'boto3_program.py'], permissions: seriesPermissions };

/** One program, and the permissions that AWS documents for its calls. */
interface EndpointCase {
  readonly name: string;
  readonly command: readonly string[];
  readonly permissions: readonly string[];
}

const readsVariable: readonly EndpointCase[] = [
  { name: 'boto3', ...python },
  ...nodeVersions.map(({ version, path }) => ({
    name: `AWS SDK v3 on Node ${version}`,
    command: [path, 'sdk-v3.mjs'],
    permissions: permissionsOfNode,
  })),
];
const takesEndpoint: readonly EndpointCase[] = [
  ...readsVariable,
  ...nodeVersions.map(({ version, path }) => ({
    name: `AWS SDK v2 on Node ${version}`,
    command: [path, 'sdk-v2.cjs'],
    permissions: permissionsOfNode,
  })),
];

describe.each(['http', 'https'] as const)('a custom endpoint over %s', (protocol) => {
  let moto: MotoServer;
  beforeAll(async () => {
    moto = await startMoto(protocol);
  }, 60_000);
  afterAll(() => moto.stop());

  it.each(readsVariable)('in AWS_ENDPOINT_URL, with $name', runThere);

  async function runThere({ command, permissions }: EndpointCase): Promise<void> {
    const { bare, recorded } = await runBoth(command, { AWS_ENDPOINT_URL: moto.url });
    expect(recorded.stdout).toBe(bare.stdout);
    expect(recorded.permissions).toEqual(permissions);
  }

  it.each(takesEndpoint)('written in code, with $name', async ({ command, permissions }) => {
    const settings = { ENDPOINT: `${protocol}://localhost:${moto.port}` };
    const intercept = ['--intercept', `localhost:${moto.port}`];
    const { bare, recorded } = await runBoth(command, settings, intercept);
    expect(recorded.stdout).toBe(bare.stdout);
    expect(recorded.permissions).toEqual(permissions);
  });

  /** Runs a program without leastgrant and with it, each time with an empty moto. */
  async function runBoth(
    command: readonly string[],
    settings: NodeJS.ProcessEnv,
    intercept: readonly string[] = [],
  ) {
    const trust = { AWS_CA_BUNDLE: moto.caFile, NODE_EXTRA_CA_CERTS: moto.caFile };
    const optionsOf = async () => ({
      env: { ...(await moto.startOver()), ...trust, ...settings },
      cwd: programs,
    });
    const bare = await runProgram(command, await optionsOf());
    const recorded = await runRecorded(command, {
      ...(await optionsOf()),
      options: [...intercept, '--upstream-ca', moto.caFile],
    });
    expect(bare.exit, bare.stderr).toBe(0);
    expect(recorded.exit, recorded.stderr).toBe(0);
    return { bare, recorded };
  }
});
