import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import {
  apiCall,
  getObject,
  makeTestFolder,
  notesOfRead,
  recordSession,
  unrecognisedCall,
} from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function generate(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(['generate', ...args], terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

describe('leastgrant generate', () => {
  it('prints the policy of session default', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('b'), getObject('a'), getObject('a')]);
    const { exitCode, result, talk } = await generate(cwd);
    expect(exitCode).toBe(0);
    expect(JSON.parse(result)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'S3GetObject',
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: ['arn:aws:s3:::my-bucket-1/a', 'arn:aws:s3:::my-bucket-1/b'],
        },
      ],
    });
    expect(talk).toBe(['leastgrant: a policy of 1 statement', ...notesOfRead, ''].join('\n'));
  });

  it('makes one policy of several sessions, the same bytes in any order', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'one', [getObject('a')]);
    await recordSession(cwd, 'two', [getObject('b'), apiCall('s3', 'ListBuckets')]);
    const { result } = await generate(cwd, 'one', 'two');
    expect(result).toContain('s3:ListAllMyBuckets');
    expect((await generate(cwd, 'two', 'one', 'two')).result).toBe(result);
  });

  it('shortens actions where asked, and says of which a wildcard is', async () => {
    const cwd = await makeTestFolder();
    const parameters = { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q' };
    const calls = ['GetQueueUrl', 'GetQueueAttributes'].map((operation) =>
      apiCall('sqs', operation, { ...parameters, QueueName: 'q' }),
    );
    await recordSession(cwd, 'default', calls);
    const { result } = await generate(cwd, '--shorten-actions');
    expect(JSON.parse(result).Statement[0].Action).toEqual(['sqs:GetQueue*']);
    const { result: table } = await generate(cwd, '--shorten-actions', '--format', 'markdown');
    expect(table).toContain(
      '| action | `sqs:GetQueue*` | Read | stands for `sqs:GetQueueAttributes`',
    );
    expect((await generate(cwd)).result).not.toContain('*');
  });

  it('replaces the file of --output and leaves stdout empty', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    await writeFile(join(cwd, 'policy.json'), 'old');
    const { exitCode, result } = await generate(cwd, '--output', 'policy.json');
    expect([exitCode, result]).toEqual([0, '']);
    expect(await readFile(join(cwd, 'policy.json'), 'utf8')).toContain('my-bucket-1/a');
  });

  it('writes what was made for one run as a wildcard and says so, unless asked for exact ARNs', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('daily/2026-11-22.csv')]);
    const { result, talk } = await generate(cwd);
    expect(result).toContain('arn:aws:s3:::my-bucket-1/daily/*.csv');
    expect(talk).toContain(
      '  wildcard arn:aws:s3:::my-bucket-1/daily/*.csv (s3:GetObject): a date, from 1 recorded: 2026-11-22',
    );
    expect((await generate(cwd, '--scope', 'exact')).result).toContain('daily/2026-11-22.csv');
    expect((await generate(cwd, '--scope', 'type')).result).toContain('arn:aws:s3:::*/*');
  });

  it('takes patterns, thresholds and open fields', async () => {
    const cwd = await makeTestFolder();
    const queue = (name: string) => ({ QueueUrl: `https://sqs/123456789012/${name}` });
    await recordSession(cwd, 'default', [
      getObject('home/jane/a.txt'),
      getObject('log/x.txt'),
      getObject('log/y.txt'),
      apiCall('sqs', 'SendMessage', queue('q')),
    ]);
    const pattern = 'arn:aws:s3:::my-bucket-1/home/${aws:username}/*';
    const { exitCode, result } = await generate(
      cwd,
      ...['--pattern', pattern, '--caller', 'aws:username=jane'],
      ...['--threshold', 'paths=2', '--any', 'region'],
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(result).Statement).toMatchObject([
      { Resource: [pattern, 'arn:aws:s3:::my-bucket-1/log/*.txt'] },
      { Resource: ['arn:aws:sqs:*:123456789012:q'] },
    ]);
  });

  it('warns of a wildcard that includes what was denied, and offers the caller his own name', async () => {
    const cwd = await makeTestFolder();
    const secret = { outcome: 'denied', status: 403, errorCode: 'AccessDenied' } as const;
    await recordSession(cwd, 'default', [
      getObject('jane/2026-11-21.csv'),
      getObject('jane/2026-11-22.csv', secret),
    ]);
    const { talk } = await generate(cwd, '--caller', 'aws:username=jane');
    expect(talk).toContain(
      '  s3:GetObject on arn:aws:s3:::my-bucket-1/jane/*.csv includes what was denied: arn:aws:s3:::my-bucket-1/jane/2026-11-22.csv',
    );
    expect(talk).toContain("--pattern 'arn:aws:s3:::my-bucket-1/${aws:username}/*.csv'");
  });

  it('tells the widest wildcards first, with some of what stands behind each, and how many more there are', async () => {
    const cwd = await makeTestFolder();
    const dated = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((folder) =>
      getObject(`${folder}${folder}/2026-11-22.csv`),
    );
    const files = ['base', 'dark', 'grid', 'main', 'print'].map((name) =>
      getObject(`css/${name}.css`),
    );
    await recordSession(cwd, 'default', [...dated.slice(0, 4), ...files, ...dated.slice(4)]);
    const { talk } = await generate(cwd, '--threshold', 'paths=5', '--threshold', 'below=90');
    const [, first] = talk.split('\n');
    expect(first).toMatch(
      /^ {2}wildcard arn:aws:s3:::my-bucket-1\/\*\/\*\.csv .*from 8 recorded: aa\/2026-11-22, /,
    );
    expect(talk).toContain(
      'my-bucket-1/css/*.css (s3:GetObject): many files of one folder, from 5 recorded: base, dark, grid, …',
    );
  });

  it('knows the name of the user who asked for it', async () => {
    const cwd = await makeTestFolder();
    const answer = { 'answer.User.Arn': 'arn:aws:iam::123456789012:user/staff/jane' };
    await recordSession(cwd, 'default', [
      getObject('home/jane/a.txt'),
      apiCall('iam', 'GetUser', answer),
    ]);
    const { talk } = await generate(cwd);
    const pattern = 'arn:aws:s3:::my-bucket-1/home/${aws:username}/a.txt';
    expect(talk).toContain(`--pattern '${pattern}'`);
    expect((await generate(cwd, '--pattern', pattern)).result).toContain(pattern);
  });

  it('refuses a policy variable whose value nobody said', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    expect(await generate(cwd, '--pattern', 'arn:aws:s3:::b/${aws:username}/*')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('hint: add `--caller aws:username=VALUE`'),
    });
  });

  it('writes another format, with the place of the recording as its own', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      apiCall('sqs', 'SendMessage', { QueueUrl: 'https://sqs/123456789012/q' }),
    ]);
    const { exitCode, result } = await generate(cwd, '--format', 'terraform', '--name', 'shop-app');
    expect(exitCode).toBe(0);
    expect(result).toContain('resource "aws_iam_policy" "shop_app" {\n  name   = "shop-app"');
    expect(result).toContain(
      '"arn:${data.aws_partition.shop_app.partition}:sqs:${data.aws_region.shop_app.region}:${data.aws_caller_identity.shop_app.account_id}:q"',
    );
  });

  it('splits at the limit of the target: one JSON array, and a word about it', async () => {
    const cwd = await makeTestFolder();
    const keys = Array.from({ length: 60 }, (_, at) => getObject(`${at}/${'k'.repeat(200)}`));
    await recordSession(cwd, 'default', keys);
    const { result, talk } = await generate(cwd, '--scope', 'exact');
    expect(JSON.parse(result)).toHaveLength(3);
    expect(talk).toMatch(/^leastgrant: a policy of 3 statements, in 3 managed policies to attach/);
    const inline = await generate(cwd, '--scope', 'exact', '--target', 'role');
    expect(JSON.parse(inline.result)).toHaveLength(2);
    expect(inline.talk).toContain('  the inline policies of a role may have 10,240 characters');
  });

  it('refuses a name that IAM would refuse', async () => {
    const cwd = await makeTestFolder();
    expect(await generate(cwd, '--name', 'a b')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('IAM takes letters, digits and'),
    });
  });

  it('says what the policy lacks and what was denied', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [
      getObject('a', { outcome: 'denied', status: 403, errorCode: 'AccessDenied' }),
      getObject('b', { outcome: 'failed', status: 404, errorCode: 'NoSuchKey' }),
      apiCall('s3', 'NoSuchOperation'),
      unrecognisedCall(),
    ]);
    const { result, talk } = await generate(cwd, 'app');
    expect(JSON.parse(result).Statement).toHaveLength(1);
    expect(talk).toBe(
      [
        'leastgrant: a policy of 1 statement',
        '  no action is known for, missing from the policy: s3 NoSuchOperation',
        ...notesOfRead,
        '    s3:ListBucket on arn:aws:s3:::my-bucket-1',
        '  denied: s3 GetObject (1 time)',
        '  failed for other reasons: 2 calls',
        '  not recognised, missing from the policy: 1 call; see `leastgrant calls app --unrecognised`',
        '',
      ].join('\n'),
    );
  });

  it('knows the access levels in a review table', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a'), apiCall('s3', 'ListBuckets')]);
    const { result } = await generate(cwd, '--format', 'markdown');
    expect(result).toMatch(/s3:GetObject.*Read/);
    expect(result).toMatch(/s3:ListAllMyBuckets.*List/);
  });

  it('writes the conditions that are asked for, and says which others there are', async () => {
    const cwd = await makeTestFolder();
    const list = apiCall('s3', 'ListObjectsV2', { Bucket: 'my-bucket-1', Prefix: 'a/' });
    const pass = apiCall('lambda', 'CreateFunction', {
      FunctionName: 'f',
      Role: 'arn:aws:iam::123456789012:role/r',
    });
    await recordSession(cwd, 'default', [list, pass]);
    const conditionsFor = async (...args: readonly string[]) => {
      const { result, talk } = await generate(cwd, ...args);
      const keys = [...result.matchAll(/"((?:s3|iam):\w+)": \[\s+"/g)].map(([, key]) => key);
      return { keys, talk };
    };
    const byDefault = await conditionsFor();
    expect(byDefault.keys).toEqual(['iam:PassedToService']);
    expect(byDefault.talk).toContain(
      '  conditions that would narrow it further: s3:prefix; --conditions writes them',
    );
    const all = await conditionsFor('--conditions', 'all');
    expect(all.keys).toEqual(['iam:PassedToService', 's3:prefix']);
    expect(all.talk).not.toContain('narrow it further');
    expect((await conditionsFor('--conditions', 'none')).keys).toEqual([]);
    expect((await conditionsFor('--conditions', '+s3:*,-iam:*')).keys).toEqual(['s3:prefix']);
  });

  it('holds items to the partition keys that are given, and says that none were recorded', async () => {
    const cwd = await makeTestFolder();
    const own = '+dynamodb:LeadingKeys=${aws:PrincipalTag/tenant}';
    await recordSession(cwd, 'default', [
      apiCall('dynamodb', 'GetItem', { TableName: 'Orders' }),
      apiCall('dynamodb', 'Query', { TableName: 'Orders', IndexName: 'ByDate' }),
      apiCall('dynamodb', 'Scan', { TableName: 'Orders' }),
    ]);
    const byDefault = await generate(cwd);
    expect(byDefault.result + byDefault.talk).not.toContain('LeadingKeys');
    const { exitCode, result, talk } = await generate(cwd, '--conditions', own);
    expect(exitCode).toBe(0);
    const Condition = {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}'] },
      Null: { 'dynamodb:LeadingKeys': ['false'] },
    };
    expect(JSON.parse(result).Statement).toEqual([
      expect.objectContaining({ Action: ['dynamodb:GetItem'], Condition }),
      expect.objectContaining({ Action: ['dynamodb:Query'], Condition }),
      expect.not.objectContaining({ Condition: expect.anything() }),
    ]);
    expect(talk).toContain(
      'values of dynamodb:LeadingKeys are not recorded: that those of dynamodb:GetItem, dynamodb:Query match is assumed',
    );
    expect(talk).toContain(
      'reach the same without dynamodb:LeadingKeys, and are not held to it: dynamodb:Scan',
    );
    const table = await generate(cwd, '--conditions', own, '--format', 'markdown');
    expect(table.result).toMatch(/LeadingKeys \$\{aws:PrincipalTag\/tenant\}` \| +\| as given/);
  });

  it('keeps given keys as they are, whatever they look like', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [apiCall('dynamodb', 'GetItem', { TableName: 'Orders' })]);
    const keys = ['9f86d081-884c-4d65-9a2f-eaa0c55ad015', 'shared#*'];
    const { result } = await generate(
      cwd,
      '--conditions',
      `+dynamodb:LeadingKeys=${keys.join('|')}`,
    );
    expect(JSON.parse(result).Statement[0].Condition['ForAllValues:StringLike']).toEqual({
      'dynamodb:LeadingKeys': keys,
    });
  });

  it('says that nothing is held to given keys where no call carries any', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    const given = await generate(cwd, '--conditions', '+dynamodb:LeadingKeys=a');
    expect(given.talk).toContain('no recorded call carries dynamodb:LeadingKeys: nothing is held');
    expect(given.result).toBe((await generate(cwd)).result);
  });

  it('asks for the partition keys that it is to write, with an example', async () => {
    const cwd = await makeTestFolder();
    const { exitCode, result, talk } = await generate(cwd, '--conditions', '+dynamodb:LeadingKeys');
    expect([exitCode, result]).toEqual([2, '']);
    expect(talk).toContain('`dynamodb:LeadingKeys` needs a value');
    expect(talk).toContain("'+dynamodb:LeadingKeys=${aws:PrincipalTag/tenant}'");
  });

  it('adds what no call shows only where asked for it', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    const { result, talk } = await generate(cwd, '--include-hidden');
    expect(JSON.parse(result).Statement).toMatchObject([
      {
        Action: ['kms:Decrypt'],
        Resource: ['arn:aws:kms:eu-west-1:123456789012:key/*'],
        Condition: { StringEquals: { 'kms:ViaService': ['s3.eu-west-1.amazonaws.com'] } },
      },
      { Action: ['s3:GetObject'] },
    ]);
    expect(talk).not.toContain('no call shows');
    expect((await generate(cwd)).result).not.toContain('kms:');
  });

  it('says what nobody can tell from the calls', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      apiCall('cloudformation', 'CreateStack', { StackName: 's' }),
    ]);
    expect((await generate(cwd)).talk).toContain(
      '  set off what no call tells the permissions of: cloudformation CreateStack; `leastgrant explain` says what to do',
    );
  });

  it('gives the reason of each wildcard', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [apiCall('s3', 'ListBuckets')]);
    expect((await generate(cwd)).talk).toMatch(/^ {2}wildcard \*: \S+/m);
  });

  it('prints parseable JSON and says so where nothing needs a permission', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [apiCall('sts', 'GetCallerIdentity')]);
    const { exitCode, result, talk } = await generate(cwd);
    expect(exitCode).toBe(0);
    expect(JSON.parse(result)).toEqual({ Version: '2012-10-17', Statement: [] });
    expect(talk).toContain('no recorded call needs a permission');
  });

  it('refuses a session that is not there and a folder that is not there, with code 2', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    expect(await generate(cwd, 'nobody')).toMatchObject({
      exitCode: 2,
      result: '',
      talk: expect.stringContaining('(E_SESSION_NOT_FOUND)'),
    });
    expect(await generate(cwd, '-o', 'none/policy.json')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('the folder of `none/policy.json` does not exist (E_INPUT)'),
    });
  });

  it('reads the sessions of --dir, else of LEASTGRANT_DIR', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    const elsewhere = await makeTestFolder();
    const dir = join(cwd, '.leastgrant');
    expect((await generate(elsewhere, '--dir', dir)).exitCode).toBe(0);
    const terminal = createTestTerminal(elsewhere, { env: { LEASTGRANT_DIR: dir } });
    expect(await runProgram(['generate'], terminal, undefined)).toBe(0);
    expect((await generate(elsewhere)).exitCode).toBe(2);
  });
});
