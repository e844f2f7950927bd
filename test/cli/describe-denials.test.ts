import { describe, expect, it } from 'vitest';
import type { Denial } from '../../aws/denial.ts';
import { runProgram } from '../../cli/program.ts';
import { silentDenial } from '../scenarios/read-denials.ts';
import { apiCall, getObject, makeTestFolder, recordSession } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

async function run(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(args, terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

const deniedObject = (key: string, denial: Partial<Denial>) =>
  getObject(key, {
    outcome: 'denied',
    status: 403,
    errorCode: 'AccessDenied',
    denials: [{ ...silentDenial, ...denial }],
  });

describe('a recording with denials', () => {
  it('has no Allow for what a service control policy denied, and says so', async () => {
    const cwd = await makeTestFolder();
    const resources = ['arn:aws:s3:::my-bucket-1/secret'];
    await recordSession(cwd, 'default', [
      getObject('a'),
      deniedObject('secret', {
        action: 's3:GetObject',
        resources,
        deniedBy: 'service control policy',
        isExplicit: true,
      }),
    ]);
    const { result, talk } = await run(cwd, 'generate', '--scope', 'exact');
    expect(result).not.toContain('secret');
    expect(talk).toContain(
      '  denied by an explicit deny in a service control policy, so not answered with an Allow: s3:GetObject on arn:aws:s3:::my-bucket-1/secret\n',
    );
    expect((await run(cwd, 'calls')).result).toContain(
      'denied by an explicit deny in a service control policy',
    );
  });

  it('offers what no permissions boundary allowed, and writes it where asked', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      deniedObject('a', { action: 's3:GetObject', deniedBy: 'permissions boundary' }),
    ]);
    const plain = await run(cwd, 'generate');
    expect(JSON.parse(plain.result).Statement).toEqual([]);
    expect(plain.talk).toContain('no permissions boundary that allows it');
    const asked = await run(cwd, 'generate', '--include-hidden');
    expect(asked.result).toContain('arn:aws:s3:::my-bucket-1/a');
  });

  it('says the command that reads an encoded message', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      apiCall(
        'ec2',
        'DeleteVolume',
        { VolumeId: 'vol-1' },
        {
          outcome: 'denied',
          status: 403,
          errorCode: 'UnauthorizedOperation',
          denials: [{ ...silentDenial, encodedMessage: 'cBvgBT8WNf4XP8CR2Vgj' }],
        },
      ),
    ]);
    expect((await run(cwd, 'generate')).talk).toContain(
      'why ec2 DeleteVolume was denied: aws sts decode-authorization-message --encoded-message cBvgBT8WNf4XP8CR2Vgj',
    );
  });

  it('says which action AWS asked for where it did not say on what', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      deniedObject('a', { action: 'kms:Decrypt', deniedBy: 'identity-based policy' }),
    ]);
    const { result, talk } = await run(cwd, 'generate');
    expect(result).not.toContain('kms:');
    expect(talk).toContain('missing from the policy: kms:Decrypt (s3 GetObject)');
  });
});

describe('a recording of several callers', () => {
  const role = 'arn:aws:sts::222222222222:assumed-role/Deploy/ci-7';
  const calls = [
    apiCall('sts', 'AssumeRole', {
      RoleArn: 'arn:aws:iam::222222222222:role/Deploy',
      'answer.AssumedRoleUser.Arn': role,
      'answer.Credentials.AccessKeyId': 'ASIA…ROLE',
    }),
    getObject('a', { identity: 'ASIA…ROLE', account: '222222222222' }),
  ];

  it('says so, and makes a policy for each', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', calls);
    const all = await run(cwd, 'generate', 'app');
    expect(all.talk).toContain('  made by 2 callers: AKIA…MPLE, role Deploy; ');
    for (const who of ['Deploy', 'role/Deploy', role, 'arn:aws:iam::222222222222:role/Deploy']) {
      const { result, talk } = await run(cwd, 'generate', 'app', '--identity', who);
      expect(result).toContain('s3:GetObject');
      expect(result).not.toContain('sts:AssumeRole');
      expect(talk).not.toContain('callers');
    }
    const user = await run(cwd, 'generate', 'app', '--identity', 'AKIA...MPLE');
    expect(user.result).toContain('sts:AssumeRole');
    expect(user.result).not.toContain('s3:GetObject');
  });

  it('names who is meant by nobody', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', calls);
    const { exitCode, talk } = await run(cwd, 'generate', 'app', '--identity', 'Other');
    expect(exitCode).toBe(2);
    expect(talk).toContain('`Other` made none of the recorded calls');
    expect(talk).toContain('role Deploy');
  });

  it('shows who made each call', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', calls);
    expect((await run(cwd, 'calls', 'app')).result).toMatch(/CALLER[\s\S]*role Deploy/);
    const { result } = await run(cwd, 'calls', 'app', '--identity', 'Deploy', '--format', 'ndjson');
    expect(JSON.parse(result)).toMatchObject({ principal: role, operation: 'GetObject' });
  });

  it('says which resources are in another account', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', calls);
    const { talk } = await run(cwd, 'generate', 'app');
    expect(talk).toContain(
      '  in another account, whose own policies must allow it too: arn:aws:iam::222222222222:role/Deploy\n',
    );
    const { result } = await run(
      cwd,
      'calls',
      'app',
      '--identity',
      'AKIA…MPLE',
      '--format',
      'ndjson',
    );
    expect(JSON.parse(result).permissions[0]).toMatchObject({
      crossAccount: ['222222222222'],
      because: expect.stringContaining('in account 222222222222, where the resource'),
    });
  });
});
