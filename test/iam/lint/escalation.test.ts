import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { escalationPaths } from '../../../iam/lint/tables/escalation-paths.ts';
import { lintDocument } from './lint-one.ts';

const catalog = openCatalog();

describe('escalation', () => {
  const codes = (Action: string[], Resource: string, rest: object[] = []) =>
    lintDocument({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action, Resource }, ...rest],
    })
      .filter(({ code }) => /escalation|any-role/.test(code))
      .map(({ level, code, message }) => `${level} ${code} ${message}`);

  it.each(escalationPaths.map((path) => [path.actions.join('+'), path] as const))(
    'by %s is found on wildcards',
    (_name, { actions, gain }) => {
      expect(
        codes([...actions], '*').some(
          (one) => one.startsWith('warning escalation') && one.endsWith(gain),
        ),
      ).toBe(true);
    },
  );

  it.each(escalationPaths.map((path) => [path.actions.join('+'), path] as const))(
    'by %s needs all of its actions',
    (_name, { actions, gain }) => {
      const fewer = actions.slice(1);
      expect(
        codes(fewer, '*').filter(
          (one) => one.endsWith(gain) && one.includes(actions.join(' with ')),
        ),
      ).toEqual([]);
    },
  );

  it('knows only actions that AWS has, but for services that are gone', () => {
    const actions = new Set(escalationPaths.flatMap((path) => path.actions));
    for (const action of actions) {
      const [prefix = '', name = ''] = action.split(':');
      expect(Object.keys(catalog.findIamService(prefix)?.actions ?? {}), action).toContain(name);
    }
  });

  it('is a note on named resources, and none where it is denied or on oneself', () => {
    const one = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
    expect(codes(['lambda:UpdateFunctionCode'], one)).toEqual([
      expect.stringMatching(/^note escalation/),
    ]);
    const denied = [{ Effect: 'Deny', Action: 'lambda:Update*', Resource: '*' }];
    expect(codes(['lambda:UpdateFunctionCode'], '*', denied)).toEqual([]);
    expect(codes(['iam:CreateAccessKey'], 'arn:aws:iam::*:user/${aws:username}')).toEqual([]);
  });

  it('is found across statements', () => {
    const other = [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }];
    expect(codes(['iam:PassRole'], '*', other)).toEqual([
      expect.stringMatching(/^warning escalation iam:PassRole with ec2:RunInstances/),
      expect.stringMatching(/^warning pass-any-role/),
    ]);
  });

  it('needs a role that may be handed to the service of the path', () => {
    const passing = (operator: string, service: string) => ({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::123456789012:role/app',
      Condition: { [operator]: { 'iam:PassedToService': service } },
    });
    const found = (operator: string, service: string) =>
      codes(['ec2:RunInstances'], '*', [passing(operator, service)]);
    expect(found('StringEquals', 'lambda.amazonaws.com')).toEqual([]);
    expect(found('StringEquals', 'ec2.amazonaws.com')).toHaveLength(1);
    expect(found('StringLike', '*.amazonaws.com')).toHaveLength(1);
    expect(found('StringNotEquals', 'lambda.amazonaws.com')).toHaveLength(1);
  });

  it('knows any role from some roles', () => {
    expect(codes(['sts:AssumeRole'], 'arn:aws:iam::*:role/*')).toEqual([
      expect.stringMatching(/^warning assume-any-role/),
    ]);
    expect(codes(['iam:PassRole'], 'arn:aws:iam::123456789012:role/app-*')).toEqual([]);
  });

  it('is not listed path by path for an administrator', () => {
    expect(codes(['*'], '*')).toEqual([]);
  });
});
