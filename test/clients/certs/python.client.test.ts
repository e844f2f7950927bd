import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { serveTls } from '../../certs/support/tls-server.ts';
import { type ProgramResult, plainEnvironment, runProgram } from '../run-program.ts';
import {
  type ChainCase,
  invalidChains,
  isAddress,
  validChains,
  writeChain,
} from './chain-cases.ts';

/** Runs a Python program of this folder. */
function runPython(program: string, ...args: string[]): Promise<ProgramResult> {
  const path = join(import.meta.dirname, program);
  return runProgram(['python3', path, ...args], { env: plainEnvironment() });
}

async function shakeHands(chain: ChainCase): Promise<ProgramResult> {
  const { bundlePath, secureContext } = await writeChain(chain, temporaryFolder());
  const server = await serveTls(secureContext);
  try {
    return await runPython('handshake.py', bundlePath, chain.host, String(server.port));
  } finally {
    server.close();
  }
}

async function verify(chain: ChainCase): Promise<ProgramResult> {
  const { authorityPath, leafPath } = await writeChain(chain, temporaryFolder());
  return runPython('verify.py', authorityPath, leafPath, chain.host);
}

describe("Python's ssl with VERIFY_X509_STRICT", () => {
  it.each(validChains)('shakes hands with $name', async (chain) => {
    const { exit, stdout, stderr } = await shakeHands(chain);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const kind = isAddress(chain) ? 'IP Address' : 'DNS';
    const name = chain.host === 'fd00::7' ? 'FD00:0:0:0:0:0:0:7' : chain.host;
    expect(JSON.parse(stdout)).toEqual([[kind, name]]);
  });

  it.each(invalidChains)('refuses $name', async (chain) => {
    const { exit, stderr } = await shakeHands(chain);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^((permitted|excluded) subtree violation|certificate has expired)$/m);
  });
});

describe('the verifier of pyca/cryptography', () => {
  it.each(validChains)('accepts $name', async (chain) => {
    expect(await verify(chain)).toMatchObject({ exit: 0, stderr: '' });
  });

  it.each(invalidChains)('refuses $name', async (chain) => {
    const { exit, stderr } = await verify(chain);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^validation failed/);
  });
});
