import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, listOf, member, objectOf } from '../../oracle/json.ts';
import { type ProgramResult, runProgram } from '../run-program.ts';
import { type EnforcedMoto, startEnforcedMoto } from './enforced-moto.ts';
import { recordPolicies } from './record-policies.ts';

const cwd = join(import.meta.dirname, 'programs');

/** Programs, and what runs them. The longest come first. */
const cases: readonly (readonly string[])[] = [
  ['python3', 'network.py'],
  ['bash', 'deploy.sh'],
  ['bash', 'watch.sh'],
  ['python3', 'lake.py'],
  ['python3', 'photos.py'],
  ['python3', 'rotate.py'],
  ['python3', 'members.py'],
  [process.execPath, 'orders.mjs'],
  [process.execPath, 'backend.mjs'],
  [process.execPath, 'release.cjs'],
  [process.execPath, 'domain.cjs'],
  [process.execPath, 'schedule.cjs'],
];

const servicesMet = new Set<string>();
const servers: EnforcedMoto[] = [];
const idle: EnforcedMoto[] = [];
beforeAll(async () => {
  servers.push(...(await Promise.all([startEnforcedMoto(), startEnforcedMoto()])));
  idle.push(...servers);
}, 60_000);
afterAll(() => Promise.all(servers.map((one) => one.stop())));

describe('a program under the policy that was generated for it', () => {
  it.concurrent.each(cases)(
    '%s %s',
    async (...command) => {
      const enforced = idle.pop();
      if (enforced === undefined) throw new Error('more tests at once than servers');
      try {
        await expectExactPolicies(command, enforced);
      } finally {
        idle.push(enforced);
      }
    },
    600_000,
  );

  it('was tried with at least fifteen services', () => {
    expect(servicesMet.size).toBeGreaterThanOrEqual(15);
  });
});

/** Records a program, runs it again with its policies alone, and then without each of their statements. */
async function expectExactPolicies(
  command: readonly string[],
  enforced: EnforcedMoto,
): Promise<void> {
  const { judge, moto } = enforced;
  const { policies, operations } = await recordPolicies(command, {
    env: await enforced.startOver({ checksSignatures: false }),
    cwd,
    options: ['--upstream', moto.url, '--upstream-ca', moto.caFile],
  });
  const again = await runWith(policies, command, enforced);
  expect(judge.refusals()).toEqual([]);
  expect(again.exit, again.stderr).toBe(0);
  expect(namesOutsideS3(judge.operations())).toEqual(operations);
  for (const operation of judge.operations()) servicesMet.add(operation.replace(/:.*/, ''));
  for (const { lacking, remaining } of withoutEachStatement(policies)) {
    const denied = await runWith(remaining, command, enforced);
    expect(judge.refusals(), `without ${lacking}`).not.toEqual([]);
    expect(denied.exit, `without ${lacking}`).not.toBe(0);
  }
}

/** Runs a program without leastgrant, as a user of an empty moto with these policies and no others. */
async function runWith(
  policies: readonly Json[],
  command: readonly string[],
  enforced: EnforcedMoto,
): Promise<ProgramResult> {
  const { url, caFile } = enforced.moto;
  const env = await enforced.startOver({ policies: policies.map((one) => JSON.stringify(one)) });
  const endpoint = { AWS_ENDPOINT_URL: url, ENDPOINT: url };
  const trust = { AWS_CA_BUNDLE: caFile, NODE_EXTRA_CA_CERTS: caFile };
  return await runProgram(command, { env: { ...env, ...endpoint, ...trust }, cwd });
}

function withoutEachStatement(policies: readonly Json[]) {
  return policies.flatMap((policy, at) => {
    const statements = listOf(member(policy, 'Statement'));
    return statements.map((lacking) => {
      const Statement = statements.filter((one) => one !== lacking);
      const reduced = { ...objectOf(policy), Statement };
      return { lacking: String(member(lacking, 'Sid')), remaining: policies.with(at, reduced) };
    });
  });
}

/** moto names an operation of S3 after its action. */
function namesOutsideS3(operations: readonly string[]): string[] {
  const names = operations.filter((one) => !one.startsWith('s3:'));
  return [...new Set(names.map((one) => one.replace(/.*:/, '')))].sort();
}
