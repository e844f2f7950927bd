import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import { makeTestFolder } from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function lint(document: unknown, ...args: readonly string[]) {
  const cwd = await makeTestFolder();
  await writeFile(join(cwd, 'p.json'), JSON.stringify(document));
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(['lint', 'p.json', ...args], terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

function policy(statement: object) {
  const whole = {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::b/*',
    ...statement,
  };
  return { Version: '2012-10-17', Statement: [whole] };
}

describe('leastgrant lint', () => {
  it('says nothing but the count where all is well', async () => {
    expect(await lint(policy({}))).toEqual({
      exitCode: 0,
      result: '',
      talk: 'leastgrant: 1 policy: 0 errors, 0 warnings, 0 notes\n',
    });
  });

  it('takes keys of items that are held to who reads them', async () => {
    const held = policy({
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}'] },
        Null: { 'dynamodb:LeadingKeys': ['false'] },
      },
    });
    expect(await lint(held, '--strict')).toMatchObject({ exitCode: 0, result: '' });
  });

  it('ends with code 1 for errors, each with its place, code and reason', async () => {
    expect(await lint(policy({ Action: ['s3:GetObject', 's3:PutObjekt'] }))).toEqual({
      exitCode: 1,
      result:
        'p.json: Statement[0].Action[1]: error: `s3` has no action `PutObjekt` [unknown-action]\n  did you mean `s3:PutObject`?\n',
      talk: 'leastgrant: 1 policy: 1 error, 0 warnings, 0 notes\n',
    });
  });

  it('ends with code 1 for warnings only with --strict, and never for notes', async () => {
    const warned = policy({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a'] });
    expect((await lint(warned)).exitCode).toBe(0);
    expect((await lint(warned, '--strict')).exitCode).toBe(1);
    expect((await lint(policy({ Action: 's3:*' }), '--strict')).exitCode).toBe(0);
  });

  it('reports faults of grammar instead of giving up at the first', async () => {
    const { exitCode, result } = await lint(policy({ Effect: 'allow', Resourse: '*' }));
    expect(exitCode).toBe(1);
    expect(result.match(/\[grammar\]/g)).toHaveLength(2);
  });

  it('has a JSON form', async () => {
    const { result } = await lint(policy({ Action: 's3:*' }), '--format', 'json');
    const fields = JSON.parse(result);
    expect(Object.keys(fields)).toEqual(['policies', 'counts', 'findings']);
    expect(fields.counts).toEqual({ error: 0, warning: 0, note: 1 });
    expect(Object.keys(fields.findings[0]).sort()).toEqual([
      'because',
      'code',
      'level',
      'message',
      'policy',
      'where',
    ]);
  });

  it('ends with code 2 for what cannot be read', async () => {
    const { exitCode, talk } = await lint({ a: 1 });
    expect(exitCode).toBe(2);
    expect(talk).toContain('`p.json` is no policy and holds none');
  });
});
