import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { startKeyPairs } from '../../../certs/key-pairs.ts';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { type ProgramResult, plainEnvironment, runProgram } from '../run-program.ts';
import {
  type ChainCase,
  invalidChains,
  isAddress,
  validChains,
  writeChain,
} from './chain-cases.ts';

/** Verifies the chain of a case by the strict rules of RFC 5280, for a server of that host. */
async function verify(chain: ChainCase): Promise<ProgramResult> {
  const { bundlePath, leafPath } = await writeChain(chain, temporaryFolder());
  const trust = ['-no-CApath', '-no-CAstore', '-CAfile', bundlePath];
  const identity = [isAddress(chain) ? '-verify_ip' : '-verify_hostname', chain.host];
  return runProgram(
    ['openssl', 'verify', '-x509_strict', '-purpose', 'sslserver', ...trust, ...identity, leafPath],
    { env: plainEnvironment() },
  );
}

describe('openssl verify -x509_strict', () => {
  it.each(validChains)('accepts $name', async (chain) => {
    expect(await verify(chain)).toMatchObject({ exit: 0, stderr: '' });
  });

  it.each(invalidChains)('refuses $name', async (chain) => {
    const { exit, stderr } = await verify(chain);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/(permitted|excluded) subtree violation|certificate has expired/);
  });

  it('refuses a certificate for another host', async () => {
    const { bundlePath, leafPath } = await writeChain(
      { name: '', permittedDomains: ['amazonaws.com'], host: 'sts.amazonaws.com' },
      temporaryFolder(),
    );
    const { exit, stderr } = await runProgram(
      [
        'openssl',
        'verify',
        '-CAfile',
        bundlePath,
        '-verify_hostname',
        's3.amazonaws.com',
        leafPath,
      ],
      { env: plainEnvironment() },
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('hostname mismatch');
  });
});

describe('openssl rsa -check', () => {
  it("finds nothing wrong with a run's keys", async () => {
    const { authority, leaf } = startKeyPairs();
    for (const { privateKey } of await Promise.all([authority, leaf])) {
      const { status, stdout } = spawnSync('openssl', ['rsa', '-check', '-noout'], {
        encoding: 'utf8',
        input: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'RSA key ok\n' });
    }
  });
});
