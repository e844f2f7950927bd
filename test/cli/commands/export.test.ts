import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import { apiCall, getObject, makeTestFolder, recordSession } from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

const configName = 'leastgrant.config.json';

async function leastgrant(cwd: string, ...args: readonly string[]) {
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(args, terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

/** A repository with two sessions and a configuration. */
async function makeProject(config: object): Promise<string> {
  const root = join(await makeTestFolder(), 'repository');
  await mkdir(join(root, '.git'), { recursive: true });
  await writeFile(join(root, configName), JSON.stringify(config));
  await recordSession(root, 'app', [getObject('a')]);
  await recordSession(root, 'worker', [
    apiCall('sqs', 'SendMessage', { QueueUrl: 'https://sqs/123456789012/q' }),
  ]);
  return root;
}

function policies(files: object, rest: object = {}) {
  return { policies: { 'shop-app': { sessions: ['app', 'worker'], files, ...rest } } };
}

const large = Array.from({ length: 60 }, (_, at) => getObject(`${at}/${'k'.repeat(200)}`));

async function read(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

describe('leastgrant export', () => {
  it('writes each policy, made of its sessions, in each of its formats', async () => {
    const root = await makeProject({
      policies: {
        'shop-app': {
          sessions: ['app', 'worker'],
          files: { json: 'policies/app.json', terraform: 'infra/app.tf', sam: 'sam.yaml' },
        },
        worker: { sessions: ['worker'], files: { markdown: 'docs/worker.md' } },
      },
    });
    const { exitCode, result, talk } = await leastgrant(root, 'export');
    expect(exitCode).toBe(0);
    expect(result).toBe(
      'created  policies/app.json\ncreated  infra/app.tf\ncreated  sam.yaml\ncreated  docs/worker.md\n',
    );
    expect(talk).toContain('leastgrant: `shop-app`: a policy of 2 statements\n');
    expect(talk).toContain('leastgrant: 4 files changed, 0 as before\n');
    const actions = JSON.parse(await read(root, 'policies/app.json')).Statement;
    expect(actions.map(({ Action }: { Action: string[] }) => Action)).toEqual([
      ['s3:GetObject'],
      ['sqs:SendMessage'],
    ]);
    expect(await read(root, 'infra/app.tf')).toContain('resource "aws_iam_policy" "shop_app"');
    expect(await read(root, 'docs/worker.md')).not.toContain('s3:');
    expect((await readdir(root)).sort()).toEqual(
      ['.git', '.leastgrant', 'docs', 'infra', configName, 'policies', 'sam.yaml'].sort(),
    );
  });

  it('writes the same as generate, and those alone that are named', async () => {
    const root = await makeProject({
      policies: {
        one: { sessions: ['app'], files: { json: 'one.json' } },
        two: { sessions: ['worker'], files: { json: 'two.json' } },
      },
    });
    expect((await leastgrant(root, 'export', 'two')).result).toBe('created  two.json\n');
    expect(await read(root, 'two.json')).toBe(
      (await leastgrant(root, 'generate', 'worker')).result,
    );
    expect(await leastgrant(root, 'export', 'tow')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('has no policy `tow` (E_USAGE)\nhint: did you mean `two`?'),
    });
  });

  it.each(['json', 'json-min', 'cloudformation-yaml', 'cloudformation-json'])(
    'writes as %s what verify finds to allow every call',
    async (format) => {
      const root = await makeProject(policies({ [format]: 'policy' }));
      await leastgrant(root, 'export', '--scope', 'exact');
      const sessions = ['--session', 'app', '--session', 'worker'];
      expect(await leastgrant(root, 'verify', 'policy', ...sessions)).toMatchObject({
        exitCode: 0,
        result: expect.stringContaining('allowed: all of 2 recorded permissions'),
      });
    },
  );

  it('leaves alone what means the same, and its time', async () => {
    const root = await makeProject(
      policies({
        json: 'a.json',
        'cloudformation-yaml': 'a.yaml',
        'cloudformation-json': 'b.json',
        'cdk-ts': 'a.ts',
      }),
    );
    await leastgrant(root, 'export');
    const { Version, Statement } = JSON.parse(await read(root, 'a.json'));
    const [first, second] = Statement;
    const mine = { Statement: [{ ...second, Action: second.Action[0] }, first], Version };
    await writeFile(join(root, 'a.json'), JSON.stringify(mine, null, 4));
    await writeFile(join(root, 'a.yaml'), `# ours\n${await read(root, 'a.yaml')}`);
    await writeFile(join(root, 'b.json'), JSON.stringify(JSON.parse(await read(root, 'b.json'))));
    await writeFile(join(root, 'a.ts'), (await read(root, 'a.ts')).replaceAll('\n', '\r\n'));
    const before = await Promise.all(['a.json', 'a.ts'].map((path) => stat(join(root, path))));
    const { exitCode, result, talk } = await leastgrant(root, 'export');
    expect([exitCode, result]).toEqual([0, '']);
    expect(talk).toContain('leastgrant: 0 files changed, 4 as before\n');
    const after = await Promise.all(['a.json', 'a.ts'].map((path) => stat(join(root, path))));
    expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs));
    expect((await leastgrant(root, 'export', '--check')).exitCode).toBe(0);
  });

  it('checks without writing, and says what would change', async () => {
    const root = await makeProject(policies({ json: 'a.json', terraform: 'a.tf' }));
    expect(await leastgrant(root, 'export', '--check')).toMatchObject({
      exitCode: 1,
      result: 'would create  a.json\nwould create  a.tf\n',
    });
    expect(await readdir(root)).not.toContain('a.json');
    await leastgrant(root, 'export');
    await recordSession(root, 'app', [getObject('b')]);
    const { exitCode, result, talk } = await leastgrant(root, 'export', '--check');
    expect(exitCode).toBe(1);
    expect(result).toContain(
      'would update  a.json\n  -         "arn:aws:s3:::my-bucket-1/a"\n  +         "arn:aws:s3:::my-bucket-1/a",\n  +         "arn:aws:s3:::my-bucket-1/b"\n',
    );
    expect(talk).toContain('leastgrant: 2 files would change, 0 as before\n');
    expect(await read(root, 'a.json')).not.toContain('my-bucket-1/b');
  });

  it('goes by the settings of the policy, then of the file, and by the command line before both', async () => {
    const root = await makeProject({
      scope: 'exact',
      ignore: [
        { service: 'sqs', reason: 'the tests alone send' },
        { service: 'ec2', operation: 'Run*', reason: 'long ago' },
      ],
      ...policies({ json: 'a.json' }, { scope: 'type' }),
    });
    const { talk } = await leastgrant(root, 'export');
    expect(await read(root, 'a.json')).toContain('arn:aws:s3:::*/*');
    expect(await read(root, 'a.json')).not.toContain('sqs');
    expect(talk).toContain('  ignored: 1 call, sqs SendMessage: the tests alone send\n');
    expect(talk).toContain(
      'leastgrant: nothing recorded is ignored by service `ec2`, operation `Run*`: long ago\n',
    );
    await leastgrant(root, 'export', '--scope', 'exact');
    expect(await read(root, 'a.json')).toContain('arn:aws:s3:::my-bucket-1/a');
  });

  it('makes a policy of the calls of one caller, where it names him or the command line does', async () => {
    const config = policies({ json: 'a.json' }, { identity: 'AKIA…MPLE' });
    const root = await makeProject(config);
    await recordSession(root, 'app', [apiCall('s3', 'ListBuckets', {}, { identity: 'AKIA…THER' })]);
    await leastgrant(root, 'export');
    expect(await read(root, 'a.json')).toContain('sqs:SendMessage');
    expect(await read(root, 'a.json')).not.toContain('s3:ListAllMyBuckets');
    await leastgrant(root, 'export', '--identity', 'AKIA…THER');
    expect(await read(root, 'a.json')).not.toContain('sqs:SendMessage');
    expect(await leastgrant(root, 'export', '--identity', 'nobody')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('`nobody` made none of the recorded calls (E_INPUT)'),
    });
  });

  it('numbers the documents of a policy that is split, and removes what is left of them', async () => {
    const root = await makeProject(policies({ json: 'p/a.json', terraform: 'a.tf' }));
    await leastgrant(root, 'export');
    await recordSession(root, 'app', large);
    const split = await leastgrant(root, 'export', '--scope', 'exact');
    expect(split.result).toBe(
      'created  p/a-1.json\ncreated  p/a-2.json\ncreated  p/a-3.json\nremoved  p/a.json\nupdated  a.tf\n',
    );
    expect(JSON.parse(await read(root, 'p/a-2.json')).Version).toBe('2012-10-17');
    expect((await leastgrant(root, 'export', '--scope', 'exact')).result).toBe('');
    const check = await leastgrant(root, 'export', '--check');
    expect([check.exitCode, check.result]).toEqual([
      1,
      expect.stringContaining('would remove  p/a-2.json\nwould remove  p/a-3.json\n'),
    ]);
    await leastgrant(root, 'export');
    expect(await readdir(join(root, 'p'))).toEqual(['a.json']);
  });

  it.each([
    ['changed', (text: string) => text.replace('GetObject"', 'PutObject"').replace('  ', ' ')],
    ['of somebody else', () => '{"Version":"2012-10-17","Statement":[]}'],
    ['no policy', () => 'notes'],
  ])('leaves a numbered file that is %s, and names it', async (_, change) => {
    const root = await makeProject(policies({ json: 'a.json' }));
    await recordSession(root, 'app', large);
    await leastgrant(root, 'export', '--scope', 'exact');
    await writeFile(join(root, 'a-3.json'), change(await read(root, 'a-3.json')));
    const { exitCode, result, talk } = await leastgrant(root, 'export');
    expect([exitCode, result]).toEqual([0, 'created  a.json\n']);
    expect(talk).toContain('leastgrant: `a-3.json` may be left from an earlier export');
    expect(await readdir(root)).toContain('a-1.json');
  });

  it('takes no numbered file for its own that no split has left', async () => {
    const root = await makeProject(policies({ json: 'a.json' }));
    for (const path of ['a-1.json', 'a-2.json']) {
      await leastgrant(root, 'generate', 'app', '--output', path);
    }
    expect((await leastgrant(root, 'export')).result).toBe('created  a.json\n');
    expect(await readdir(root)).toContain('a-2.json');
  });

  it('keeps the files of policies apart', async () => {
    const root = await makeProject({
      policies: {
        one: { sessions: ['app'], files: { json: 'a.json' } },
        two: { sessions: ['worker'], files: { json: 'A.json' } },
      },
    });
    expect(await leastgrant(root, 'export', 'one')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining(
        '`A.json` is the file of `policies.one.files.json` and `policies.two',
      ),
    });
    const other = { sessions: ['worker'], files: { json: 'a-2.json' } };
    const both = { policies: { ...policies({ json: 'a.json' }).policies, other } };
    await writeFile(join(root, configName), JSON.stringify(both));
    await recordSession(root, 'app', large);
    expect(await leastgrant(root, 'export', '--scope', 'exact')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('`a-2.json` is the file of'),
    });
    expect(await readdir(root)).not.toContain('a-1.json');
  });

  it.each([
    ['../outside.json', 'it lies outside of'],
    ['../../repository-too/x.json', 'it lies outside of'],
    ['.git/hooks/x.json', 'it lies in the folder of git'],
    ['sub/../.GIT/x.json', 'it lies in the folder of git'],
    [configName, 'it is the configuration'],
    ['.leastgrant', 'it is no file'],
    ['out/x.json', 'a symbolic link leads out of'],
    ['file-out.json', 'a symbolic link leads out of'],
    ['nowhere.json', 'a symbolic link leads nowhere'],
    ['config-link.json', 'it is the configuration'],
  ])('refuses to write %s', async (path, reason) => {
    const root = await makeProject({ policies: {} });
    const config = policies({ json: path.startsWith('..') ? path : `./${path}`, markdown: 'a.md' });
    await writeFile(join(root, configName), JSON.stringify(config));
    const outside = await makeTestFolder();
    await writeFile(join(outside, 'file.json'), 'theirs');
    await symlink(outside, join(root, 'out'));
    await symlink(join(outside, 'file.json'), join(root, 'file-out.json'));
    await symlink(join(outside, 'none.json'), join(root, 'nowhere.json'));
    await symlink(configName, join(root, 'config-link.json'));
    const { exitCode, talk } = await leastgrant(root, 'export');
    expect([exitCode, talk]).toEqual([2, expect.stringContaining(`is not written: ${reason}`)]);
    expect(await readdir(root)).not.toContain('a.md');
    expect(await readdir(outside)).toEqual(['file.json']);
    expect(await readFile(join(outside, 'file.json'), 'utf8')).toBe('theirs');
  });

  it('follows links and `..` within the repository', async () => {
    const root = await makeProject({ policies: {} });
    await mkdir(join(root, 'packages', 'app'), { recursive: true });
    await mkdir(join(root, 'infra'));
    await symlink(join(root, 'infra'), join(root, 'packages', 'app', 'link'));
    const config = policies({ json: '../../infra/a.json', markdown: 'link/a.md' });
    await writeFile(join(root, 'packages', 'app', configName), JSON.stringify(config));
    const project = join(root, 'packages', 'app');
    const { exitCode, result } = await leastgrant(project, 'export', '--dir', '../../.leastgrant');
    expect([exitCode, result]).toEqual([
      0,
      'created  ../../infra/a.json\ncreated  ../../infra/a.md\n',
    ]);
  });

  it('stays within the folder of the configuration where there is no repository', async () => {
    const root = await makeProject({ policies: {} });
    const alone = join(root, '..', 'alone');
    await mkdir(alone);
    await writeFile(join(alone, configName), JSON.stringify(policies({ json: '../a.json' })));
    expect(await leastgrant(alone, 'export', '--dir', join(root, '.leastgrant'))).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining('it lies outside of'),
    });
  });

  it.each([
    ['json', '{"name":"my-package"}'],
    ['cloudformation-yaml', 'Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n'],
    ['cloudformation-json', '{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}'],
    ['sam', 'Resources: {}\n'],
    ['terraform', 'resource "aws_s3_bucket" "b" {\n}\n'],
    ['cdk-ts', 'export class App {}\n'],
    ['pulumi-ts', 'export const x = 1;\n'],
    ['aws-cli', '#!/bin/sh\nrm -rf build\n'],
    ['markdown', '# My notes\n'],
  ])('writes no %s over what is no policy', async (format, theirs) => {
    const root = await makeProject(policies({ 'json-min': 'min.json', [format]: 'theirs' }));
    await writeFile(join(root, 'theirs'), theirs);
    expect(await leastgrant(root, 'export')).toMatchObject({
      exitCode: 2,
      talk: expect.stringContaining(
        '`theirs` is not written: it holds something else than policies',
      ),
    });
    expect(await read(root, 'theirs')).toBe(theirs);
    expect(await readdir(root)).not.toContain('min.json');
  });

  it('writes each format over an earlier export of it', async () => {
    const formats = [
      ...['json', 'json-min', 'terraform', 'cloudformation-yaml', 'cloudformation-json', 'sam'],
      ...['cdk-ts', 'pulumi-ts', 'aws-cli', 'markdown'],
    ];
    const files = Object.fromEntries(formats.map((format) => [format, `out/${format}`]));
    const root = await makeProject(policies(files));
    await leastgrant(root, 'export');
    await recordSession(root, 'app', [getObject('b')]);
    for (const target of [[], ['--target', 'user']]) {
      const { exitCode, result } = await leastgrant(root, 'export', ...target);
      expect(exitCode).toBe(0);
      expect(result).toContain('updated  out/terraform\n');
    }
  });

  // Root may write everywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'writes nothing where one file cannot be written',
    async () => {
      const root = await makeProject(policies({ json: 'new/a.json', markdown: 'locked/a.md' }));
      await mkdir(join(root, 'locked'), { mode: 0o555 });
      onTestFinished(() => chmod(join(root, 'locked'), 0o755));
      const { exitCode, talk } = await leastgrant(root, 'export');
      expect([exitCode, talk]).toEqual([2, expect.stringContaining('nothing was changed')]);
      expect(await readdir(root)).not.toContain('new');
    },
  );

  it.each([
    [undefined, 'there is no `leastgrant.config.json` here or above (E_INPUT)'],
    ['{}', '`leastgrant.config.json` names no policy to export (E_INPUT)'],
    ['{"policies":{"a":{"sessions":["no"],"files":{"json":"a"}}}}', 'no session `no` in'],
    [
      '{"policies":{"a":{"sessions":["app"],"files":{"json":"a"},"patterns":["arn:aws:s3:::${aws:username}"]}}}',
      'nobody said what',
    ],
  ])('says what is missing: %s', async (config, message) => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a')]);
    if (config !== undefined) await writeFile(join(cwd, configName), config);
    const { exitCode, talk } = await leastgrant(cwd, 'export');
    expect([exitCode, talk]).toEqual([2, expect.stringContaining(message)]);
    expect(talk).toContain('\nhint: ');
  });
});
