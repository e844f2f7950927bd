import { describe, expect, it } from 'vitest';
import { evaluatePolicy, type OracleRequest } from './evaluate-policy.ts';

function decide(statement: object, request: Partial<OracleRequest> = {}) {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
  });
  return evaluatePolicy(policy, {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    ...request,
  });
}

describe('the oracle', () => {
  it('denies what no statement allows', () => {
    expect(evaluatePolicy('{"Version":"2012-10-17","Statement":[]}', request())).toBe('denied');
    expect(decide({ Action: 's3:PutObject' })).toBe('denied');
    expect(decide({ Resource: 'arn:aws:s3:::bucket/other' })).toBe('denied');
  });

  it('lets one explicit deny win over any allow', () => {
    const policy = JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:*', Resource: '*' },
      ],
    });
    expect(evaluatePolicy(policy, request())).toBe('explicitly denied');
    expect(evaluatePolicy(policy, { ...request(), action: 'sqs:SendMessage' })).toBe('allowed');
  });

  it('compares actions without case and resources with it', () => {
    expect(decide({ Action: ['S3:get*'] })).toBe('allowed');
    expect(decide({ Resource: 'arn:aws:s3:::Bucket/key' })).toBe('denied');
  });

  it(`reads * and ? as wildcards, also over colons and slashes, and \${*} as itself`, () => {
    expect(decide({ Resource: 'arn:aws:s3:::b*y' })).toBe('allowed');
    expect(decide({ Resource: 'arn:aws:s3:::bucket/k?y' })).toBe('allowed');
    expect(decide({ Resource: 'arn:aws:s3:::bucket/key?' })).toBe('denied');
    expect(decide({ Resource: `arn:aws:s3:::bucket/\${*}` })).toBe('denied');
    expect(
      decide({ Resource: `arn:aws:s3:::bucket/\${*}` }, { resource: 'arn:aws:s3:::bucket/*' }),
    ).toBe('allowed');
    expect(decide({ Resource: 'arn.aws:s3:::bucket/key' })).toBe('denied');
  });

  it('replaces policy variables by the context, and matches nothing without it', () => {
    const statement = { Resource: `arn:aws:s3:::bucket/\${aws:username}` };
    expect(decide(statement, { context: { 'aws:username': ['key'] } })).toBe('allowed');
    expect(decide(statement)).toBe('denied');
  });

  it('excludes by NotAction and NotResource', () => {
    expect(decide({ Action: undefined, NotAction: 's3:Get*' })).toBe('denied');
    expect(decide({ Action: undefined, NotAction: 'iam:*' })).toBe('allowed');
    expect(decide({ Resource: undefined, NotResource: 'arn:aws:s3:::bucket/*' })).toBe('denied');
  });

  it.each<[string, object, Record<string, string[]>, string]>([
    ['equal', { StringEquals: { 's3:prefix': ['a/', 'b/'] } }, { 's3:prefix': ['b/'] }, 'allowed'],
    ['unequal', { StringEquals: { 's3:prefix': 'a/' } }, { 's3:prefix': ['b/'] }, 'denied'],
    ['missing', { StringEquals: { 's3:prefix': 'a/' } }, {}, 'denied'],
    ['missing, IfExists', { StringEqualsIfExists: { 's3:prefix': 'a/' } }, {}, 'allowed'],
    ['pattern', { StringLike: { 's3:prefix': 'a/*' } }, { 's3:prefix': ['a/b'] }, 'allowed'],
    [
      'key in another case',
      { StringEquals: { 'S3:Prefix': 'a' } },
      { 's3:prefix': ['a'] },
      'allowed',
    ],
    ['not equal', { StringNotEquals: { k: ['a', 'b'] } }, { k: ['b'] }, 'denied'],
    ['not equal, missing', { StringNotEquals: { k: ['a', 'b'] } }, {}, 'allowed'],
    ['null', { Null: { k: 'true' } }, { k: ['x'] }, 'denied'],
    ['bool', { Bool: { k: 'TRUE' } }, { k: ['true'] }, 'allowed'],
    ['number', { NumericLessThan: { k: '10' } }, { k: ['9'] }, 'allowed'],
    ['date', { DateGreaterThan: { k: '2026-01-01' } }, { k: ['2025-01-01'] }, 'denied'],
    ['ARN', { ArnLike: { k: 'arn:aws:s3:::b*' } }, { k: ['arn:aws:s3:::bucket'] }, 'allowed'],
    ['ARN over a colon', { ArnLike: { k: 'arn:aws:s*:b' } }, { k: ['arn:aws:s3:::b'] }, 'denied'],
    ['all values', { 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'c'] }, 'denied'],
    ['all of none', { 'ForAllValues:StringEquals': { k: ['a'] } }, {}, 'allowed'],
    ['any value', { 'ForAnyValue:StringEquals': { k: ['a'] } }, { k: ['c', 'a'] }, 'allowed'],
    ['any of none', { 'ForAnyValue:StringEquals': { k: ['a'] } }, {}, 'denied'],
    ['two keys', { StringEquals: { k: 'a', l: 'b' } }, { k: ['a'], l: ['c'] }, 'denied'],
  ])('decides a condition: %s', (_name, condition, context, decision) => {
    expect(decide({ Condition: condition }, { context })).toBe(decision);
  });

  it('refuses an operator that it does not know', () => {
    expect(() => decide({ Condition: { Odd: { k: 'a' } } }, { context: { k: ['a'] } })).toThrow();
  });
});

function request(): OracleRequest {
  return { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key' };
}
