import { describe, expect, it } from 'vitest';
import { generatePolicy } from '../../generator/generate-policy.ts';
import type { Permission } from '../../iam/permission.ts';
import { permission } from './permission-cases.ts';

function statementsOf(permissions: readonly Permission[]) {
  return generatePolicy(permissions).document?.Statement;
}

describe('generatePolicy', () => {
  it('returns no document where nothing needs a permission', () => {
    expect(generatePolicy([])).toEqual({
      document: null,
      explanations: [],
      generalisations: [],
    });
  });

  it('unites the resources of an action, sorted and without duplicates', () => {
    expect(
      statementsOf([
        permission('s3:GetObject', ['arn:aws:s3:::b/2', 'arn:aws:s3:::b/1']),
        permission('s3:GetObject', 'arn:aws:s3:::b/1'),
      ]),
    ).toEqual([
      {
        Sid: 'S3GetObject',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'],
      },
    ]);
  });

  it('puts actions with equal resources into one statement, and no others', () => {
    expect(
      statementsOf([
        permission('s3:PutObject', 'arn:aws:s3:::b/1'),
        permission('s3:GetObject', 'arn:aws:s3:::b/1'),
        permission('s3:DeleteObject', 'arn:aws:s3:::b/2'),
      ]),
    ).toMatchObject([
      { Sid: 'S3DeleteObject', Action: ['s3:DeleteObject'], Resource: ['arn:aws:s3:::b/2'] },
      { Sid: 'S3GetObject', Action: ['s3:GetObject', 's3:PutObject'] },
    ]);
  });

  it('does not repeat an ARN that a pattern of the same action matches', () => {
    expect(
      statementsOf([
        permission('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:123456789012:q'),
        permission('sqs:SendMessage', 'arn:aws:sqs:*:123456789012:q'),
        permission('s3:GetObject', ['arn:aws:s3:::b/1', '*']),
      ]),
    ).toMatchObject([
      { Sid: 'AnyResource', Action: ['s3:GetObject'], Resource: ['*'] },
      { Sid: 'SqsSendMessage', Resource: ['arn:aws:sqs:*:123456789012:q'] },
    ]);
  });

  it('lets a permission without a condition stand for those with one', () => {
    const prefix = { StringEquals: { 's3:prefix': ['a/'] } };
    expect(
      statementsOf([
        permission('s3:ListBucket', ['arn:aws:s3:::b', 'arn:aws:s3:::c'], { conditions: prefix }),
        permission('s3:ListBucket', 'arn:aws:s3:::b'),
      ]),
    ).toEqual([
      {
        Sid: 'S3ListBucket',
        Effect: 'Allow',
        Action: ['s3:ListBucket'],
        Resource: ['arn:aws:s3:::b'],
      },
      {
        Sid: 'S3ListBucketIfPrefix',
        Effect: 'Allow',
        Action: ['s3:ListBucket'],
        Resource: ['arn:aws:s3:::c'],
        Condition: prefix,
      },
    ]);
  });

  it('keeps conditions whose resources differ apart, under names of their own', () => {
    const statements = statementsOf(
      ['a/', 'b/'].map((prefix) =>
        permission('s3:ListBucket', `arn:aws:s3:::${prefix.charAt(0)}`, {
          conditions: { StringEquals: { 's3:prefix': [prefix] } },
        }),
      ),
    );
    expect(statements?.map(({ Resource, Condition }) => [Resource, Condition])).toEqual(
      expect.arrayContaining([
        [['arn:aws:s3:::a'], { StringEquals: { 's3:prefix': ['a/'] } }],
        [['arn:aws:s3:::b'], { StringEquals: { 's3:prefix': ['b/'] } }],
      ]),
    );
    for (const { Sid } of statements ?? []) {
      expect(Sid).toMatch(/^S3ListBucketIfPrefix[0-9a-f]{8}$/);
    }
  });

  it('unites the values of a condition on the same resource', () => {
    expect(
      statementsOf(
        ['b/', 'a/', 'b/'].map((prefix) =>
          permission('s3:ListBucket', 'arn:aws:s3:::b', {
            conditions: { StringEquals: { 's3:prefix': [prefix] } },
          }),
        ),
      ),
    ).toMatchObject([{ Condition: { StringEquals: { 's3:prefix': ['a/', 'b/'] } } }]);
  });

  it('changes one line for one more resource', () => {
    const before = [permission('s3:GetObject', 'arn:aws:s3:::b/1'), permission('s3:Put', '*')];
    const after = [...before, permission('s3:GetObject', 'arn:aws:s3:::b/2')];
    const linesOf = (permissions: readonly Permission[]) =>
      JSON.stringify(statementsOf(permissions), null, 2).replaceAll(',\n', '\n').split('\n');
    const known = new Set(linesOf(before));
    expect(linesOf(after).filter((line) => !known.has(line))).toEqual(['      "arn:aws:s3:::b/2"']);
  });

  it('says why each action and each wildcard is there, once', () => {
    const wild = permission('sqs:SendMessage', 'arn:aws:sqs:*:123456789012:q', {
      because: 'SendMessage checks sqs:SendMessage on its queue',
      confidence: 'derived',
      wildcards: [{ resource: 'arn:aws:sqs:*:123456789012:q', reason: 'the region is not known' }],
    });
    expect(generatePolicy([wild, wild]).explanations).toEqual([
      {
        sid: 'SqsSendMessage',
        reasons: [{ action: 'sqs:SendMessage', because: wild.because, confidence: 'derived' }],
        wildcards: wild.wildcards,
      },
    ]);
  });

  it('takes 200,000 distinct permissions, patterns among them, in a few seconds', () => {
    const permissions = Array.from({ length: 200_000 }, (_, at) =>
      at % 4 === 0
        ? permission(`service${at % 200}:Act`, `arn:aws:sqs:*:123456789012:queue-${at}`)
        : permission(`service${at % 200}:Act`, `arn:aws:sqs:eu-west-1:123456789012:queue-${at}`),
    );
    const startedAt = performance.now();
    expect(statementsOf(permissions)).toHaveLength(200);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
