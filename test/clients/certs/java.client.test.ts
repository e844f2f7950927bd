import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { serveTls, type TlsServer } from '../../certs/support/tls-server.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { type ChainCase, invalidChains, validChains, writeChain } from './chain-cases.ts';

/** Runs Verify.java once for all checks, because starting it takes seconds. Returns a line for each check. */
async function runJava(checks: readonly string[][]): Promise<string[]> {
  const program = join(import.meta.dirname, 'Verify.java');
  const command = ['java', program, ...checks.flat()];
  const { exit, stdout, stderr } = await runProgram(command, { env: plainEnvironment() });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

function validate(chains: readonly ChainCase[]): Promise<string[]> {
  return Promise.all(
    chains.map(async (chain) => {
      const { authorityPath, leafPath } = await writeChain(chain, temporaryFolder());
      return ['validate', authorityPath, leafPath];
    }),
  ).then(runJava);
}

async function connect(chains: readonly ChainCase[]): Promise<string[]> {
  const servers: TlsServer[] = [];
  const checks: string[][] = [];
  try {
    for (const chain of chains) {
      const { authorityPath, secureContext } = await writeChain(chain, temporaryFolder());
      const server = await serveTls(secureContext);
      servers.push(server);
      checks.push(['connect', authorityPath, chain.host, String(server.port)]);
    }
    return await runJava(checks);
  } finally {
    for (const server of servers) server.close();
  }
}

describe("the JDK's path validator, with the authority in the path", () => {
  it('accepts every chain that a run makes', async () => {
    expect(await validate(validChains)).toEqual(validChains.map(() => 'accepted'));
  });

  it('refuses every forged chain', async () => {
    const reasons = await validate(invalidChains);
    expect(reasons).toHaveLength(invalidChains.length);
    for (const reason of reasons)
      expect(reason).toMatch(/^refused: (name constraints|validity) check failed$/);
  });
});

describe("the JDK's TLS client", () => {
  it('shakes hands with every host that a run answers for', async () => {
    expect(await connect(validChains)).toEqual(validChains.map(() => 'accepted'));
  });

  it('refuses a chain of two days ago', async () => {
    const expired = invalidChains.filter((chain) => chain.now !== undefined);
    const [reason] = await connect(expired);
    expect(reason).toContain('validity check failed');
  });
});
