import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import {
  apiCall,
  getObject,
  makeTestFolder,
  recordSession,
  unrecognisedCall,
} from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function verify(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(['verify', ...args], terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

async function makeProject(statements: readonly object[], file = 'p.json'): Promise<string> {
  const cwd = await makeTestFolder();
  const document = { Version: '2012-10-17', Statement: statements };
  await writeFile(join(cwd, file), JSON.stringify(document));
  return cwd;
}

const exact = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-bucket-1/a' };

describe('leastgrant verify', () => {
  it('is fine with what generate made of the same session, even strictly', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a'), apiCall('sqs', 'ListQueues')]);
    const terminal = createTestTerminal(cwd);
    await runProgram(
      ['generate', 'app', '--scope', 'exact', '--output', 'p.json'],
      terminal,
      undefined,
    );
    expect(await verify(cwd, 'p.json', '--session', 'app', '--strict')).toEqual({
      exitCode: 0,
      result: 'allowed: all of 2 recorded permissions\nin excess: nothing\n',
      talk: '',
    });
  });

  it('ends with code 1 where a recorded call is not allowed, and says which and why', async () => {
    const cwd = await makeProject([{ ...exact, Sid: 'ReadA' }]);
    await recordSession(cwd, 'default', [getObject('a'), getObject('b')]);
    const { exitCode, result } = await verify(cwd, 'p.json');
    expect(exitCode).toBe(1);
    expect(result).toBe(
      [
        'NOT ALLOWED: 1 of 2 recorded permissions',
        '  s3:GetObject on arn:aws:s3:::my-bucket-1/b: implicitly denied',
        '    asked for by s3 GetObject',
        '    p.json: Statement[0] (ReadA): its Resource does not match `arn:aws:s3:::my-bucket-1/b`',
        '',
      ].join('\n'),
    );
  });

  it('knows the region and the account of each request, as guards of them ask', async () => {
    const guardOf = (region: string, account: string) => [
      exact,
      {
        Effect: 'Deny',
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': region } },
      },
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': account } },
      },
    ];
    const exitCodeOf = async (region: string, account: string) => {
      const cwd = await makeProject(guardOf(region, account));
      await recordSession(cwd, 'default', [getObject('a')]);
      return (await verify(cwd, 'p.json')).exitCode;
    };
    expect(await exitCodeOf('eu-west-1', '123456789012')).toBe(0);
    expect(await exitCodeOf('us-east-1', '123456789012')).toBe(1);
    expect(await exitCodeOf('eu-west-1', '210987654321')).toBe(1);
  });

  it('takes keys that are not recorded to match, and says so', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      apiCall('dynamodb', 'GetItem', { TableName: 'Orders' }),
      apiCall('dynamodb', 'PutItem', { TableName: 'Orders' }),
      apiCall('dynamodb', 'DescribeTable', { TableName: 'Orders' }),
    ]);
    const given = '+dynamodb:LeadingKeys=${aws:PrincipalTag/tenant}|shared#*';
    await runProgram(
      ['generate', '--conditions', given, '--output', 'p.json'],
      createTestTerminal(cwd),
      undefined,
    );
    const { exitCode, result } = await verify(cwd, 'p.json', '--strict');
    expect(exitCode).toBe(0);
    expect(result).toBe(
      [
        'allowed: all of 3 recorded permissions',
        'in excess: nothing',
        'not known: the values of dynamodb:LeadingKeys, which are not recorded; 2 permissions (dynamodb:GetItem, dynamodb:PutItem) taken to match',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await verify(cwd, 'p.json', '--format', 'json')).result).assumed).toEqual([
      { key: 'dynamodb:LeadingKeys', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], needs: 2 },
    ]);
  });

  it('reports the excess, and fails for it only with --strict', async () => {
    const cwd = await makeProject([
      {
        ...exact,
        Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        Resource: 'arn:aws:s3:::my-bucket-1/*',
      },
    ]);
    await recordSession(cwd, 'default', [getObject('a')]);
    const relaxed = await verify(cwd, 'p.json');
    expect(relaxed.exitCode).toBe(0);
    expect(relaxed.result).toBe(
      [
        'allowed: all of 1 recorded permission',
        'no call needs: s3:PutObject (p.json: Statement[0].Action[1])',
        'no call needs: s3:DeleteObject (p.json: Statement[0].Action[2])',
        'in excess, Write: 2 actions: s3:DeleteObject, s3:PutObject',
        'in excess, Read and Write: arn:aws:s3:::my-bucket-1/*: wider than what calls used (p.json: Statement[0].Resource[0])',
        '',
      ].join('\n'),
    );
    expect((await verify(cwd, 'p.json', '--strict')).exitCode).toBe(1);
  });

  it('takes a template as deployed where the recording was made', async () => {
    const cwd = await makeProject([exact]);
    await writeFile(
      join(cwd, 't.yaml'),
      'Resources: {P: {Type: "AWS::IAM::ManagedPolicy", Properties: {PolicyDocument: {Version: "2012-10-17", Statement: {Effect: Allow, Action: "s3:GetObject", Resource: !Sub "arn:${AWS::Partition}:s3:::my-bucket-1/a"}}}}}',
    );
    await recordSession(cwd, 'default', [getObject('a')]);
    const { exitCode, result, talk } = await verify(cwd, 't.yaml', '--strict');
    expect([exitCode, result]).toEqual([
      0,
      'allowed: all of 1 recorded permission\nin excess: nothing\n',
    ]);
    expect(talk).toBe('');
  });

  it('says once what many places of a template do not say', async () => {
    const cwd = await makeProject([exact]);
    const resources = ['a', 'b', 'c'].map((key) => `!Sub "arn:aws:s3:::\${Bucket}/${key}"`);
    await writeFile(
      join(cwd, 't.yaml'),
      `Resources: {P: {Type: "AWS::IAM::ManagedPolicy", Properties: {PolicyDocument: {Version: "2012-10-17", Statement: {Effect: Allow, Action: "s3:GetObject", Resource: [${resources.join(', ')}]}}}}}`,
    );
    await recordSession(cwd, 'default', [getObject('a')]);
    const { talk } = await verify(cwd, 't.yaml');
    expect(talk.match(/known only at deployment/g)).toHaveLength(1);
    expect(talk).toContain('Resource[0] and 2 places more: `Sub Bucket`');
  });

  it('adds up sessions and policies, and takes them out of templates', async () => {
    const cwd = await makeProject([exact]);
    await writeFile(
      join(cwd, 't.yaml'),
      'Resources: {P: {Type: "AWS::IAM::ManagedPolicy", Properties: {PolicyDocument: {Version: "2012-10-17", Statement: {Effect: Allow, Action: "sqs:ListQueues", Resource: !Sub "*"}}}}}',
    );
    await recordSession(cwd, 'one', [getObject('a')]);
    await recordSession(cwd, 'two', [apiCall('sqs', 'ListQueues')]);
    const { exitCode, result } = await verify(
      cwd,
      'p.json',
      't.yaml',
      '-s',
      'one',
      '-s',
      'two',
      '--strict',
    );
    expect([exitCode, result]).toEqual([
      0,
      'allowed: all of 2 recorded permissions\nin excess: nothing\n',
    ]);
    expect((await verify(cwd, 'p.json', '-s', 'one', '-s', 'two')).exitCode).toBe(1);
  });

  it('says what was not compared', async () => {
    const cwd = await makeProject([exact]);
    await recordSession(cwd, 'default', [
      getObject('a'),
      unrecognisedCall(),
      apiCall('s3', 'NoSuchOperation'),
    ]);
    const { exitCode, talk } = await verify(cwd, 'p.json');
    expect(exitCode).toBe(0);
    expect(talk).toBe(
      'leastgrant: 1 recorded call was not recognised and not compared\nleastgrant: no action is known for s3 NoSuchOperation: not compared\n',
    );
  });

  it('has a JSON form with the call behind each failure', async () => {
    const cwd = await makeProject([exact]);
    await recordSession(cwd, 'default', [getObject('b')]);
    const { exitCode, result } = await verify(cwd, 'p.json', '--format', 'json');
    expect(exitCode).toBe(1);
    const fields = JSON.parse(result);
    expect(Object.keys(fields)).toEqual(['ok', 'needs', 'notAllowed', 'removable', 'excess']);
    expect(fields).toMatchObject({
      ok: false,
      needs: 1,
      notAllowed: [
        {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::my-bucket-1/b',
          call: {
            service: 's3',
            operation: 'GetObject',
            parameters: { Bucket: 'my-bucket-1', Key: 'b' },
          },
          decision: 'implicitly denied',
        },
      ],
      removable: [{ kind: 'statement', where: 'Statement[0]' }],
    });
  });

  it.each<[string, string, string]>([
    ['a file that is not there', 'none.json', '`none.json` cannot be read'],
    ['a file that is no policy', 'other.json', '`other.json` is no policy and holds none'],
    [
      'a policy that IAM would refuse',
      'bad.json',
      '`bad.json` is no policy that IAM takes at Statement[0].Effect',
    ],
  ])('ends with code 2 for %s', async (_name, file, message) => {
    const cwd = await makeProject([{ ...exact, Effect: 'allow' }], 'bad.json');
    await writeFile(join(cwd, 'other.json'), '{}');
    await recordSession(cwd, 'default', [getObject('a')]);
    const { exitCode, result, talk } = await verify(cwd, file);
    expect([exitCode, result]).toEqual([2, '']);
    expect(talk).toContain(message);
  });

  it('ends with code 2 for a session that is not there', async () => {
    const { exitCode, talk } = await verify(await makeProject([exact]), 'p.json', '-s', 'none');
    expect(exitCode).toBe(2);
    expect(talk).toContain('E_SESSION_NOT_FOUND');
  });
});
