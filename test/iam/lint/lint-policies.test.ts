import { describe, expect, it } from 'vitest';
import { brief, lint, lintDocument } from './lint-one.ts';

describe('lint', () => {
  it('finds NotAction and NotResource with Allow', () => {
    const found = brief({
      Action: undefined,
      NotAction: 'iam:*',
      Resource: undefined,
      NotResource: 'arn:aws:s3:::b',
    });
    expect(found.slice(0, 2)).toEqual([
      'warning allow-not-action Statement[0]',
      'warning allow-not-resource Statement[0]',
    ]);
  });

  it('suggests what was meant', () => {
    const [finding] = lint({ Action: ['s3:GetObject', 's3:PutObjekt'] });
    expect(finding).toEqual({
      level: 'error',
      code: 'unknown-action',
      policy: 'p',
      where: 'Statement[0].Action[1]',
      message: '`s3` has no action `PutObjekt`',
      because: 'did you mean `s3:PutObject`?',
    });
  });

  it('doubts neither partition nor values that a template leaves open', () => {
    const statement = {
      Resource: 'arn:*:s3:::b/*',
      Condition: { ArnLike: { 'aws:PrincipalArn': '*' } },
    };
    expect(brief(statement, { hasUnknownParts: true })).toEqual([]);
  });

  it('calls no resource superfluous beside one that a template leaves open', () => {
    const Resource = ['*', 'arn:aws:sns:*:*:dev'];
    const statement = { Action: 'sns:Publish', Resource };
    expect(brief(statement)).toEqual(['warning redundant Resource[1]']);
    expect(brief(statement, { hasUnknownParts: true })).toEqual([]);
  });

  it('finds a Sid that stands twice and a statement that another covers', () => {
    const one = { Sid: 'A', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' };
    const other = { ...one, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/k' };
    const codes = lintDocument({ Version: '2012-10-17', Statement: [other, one] });
    expect(codes.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'duplicate-sid Statement[1].Sid',
      'redundant-statement Statement[0]',
      'service-wildcard Statement[1].Action[0]',
    ]);
  });
});
