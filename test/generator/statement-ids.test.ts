import { describe, expect, it } from 'vitest';
import { normaliseConditions } from '../../generator/conditions.ts';
import type { StatementGrant } from '../../generator/group-statements.ts';
import { nameStatements } from '../../generator/statement-ids.ts';
import type { Conditions } from '../../iam/permission.ts';

function grant(
  actions: readonly string[],
  resources: readonly string[] = ['arn:aws:s3:::b'],
  conditions: Conditions = {},
): StatementGrant {
  return { actions, resources, conditions: normaliseConditions(conditions) };
}

function namesOf(...grants: readonly StatementGrant[]): readonly string[] {
  const names = nameStatements(grants);
  return grants.map((one) => names.get(one) ?? '');
}

describe('nameStatements', () => {
  it('names a statement after its service and first action', () => {
    expect(namesOf(grant(['s3:GetObject', 's3:PutObject']))).toEqual(['S3GetObject']);
    expect(namesOf(grant(['execute-api:Invoke']))).toEqual(['ExecuteApiInvoke']);
  });

  it('names a statement on every resource AnyResource, whatever its actions are', () => {
    expect(namesOf(grant(['ec2:DescribeVpcs', 's3:ListAllMyBuckets'], ['*']))).toEqual([
      'AnyResource',
    ]);
  });

  it('adds the condition keys', () => {
    const conditions = {
      StringEquals: { 'aws:RequestTag/cost-center': ['1'], 's3:prefix': ['a'] },
    };
    expect(namesOf(grant(['s3:ListBucket'], undefined, conditions))).toEqual([
      'S3ListBucketIfRequestTagCostCenterAndPrefix',
    ]);
  });

  it('adds a digest of eight digits where names would be equal, and nowhere else', () => {
    const [first, second, third] = namesOf(
      grant(['s3:ListBucket'], undefined, { StringEquals: { 's3:prefix': ['a'] } }),
      grant(['s3:ListBucket'], undefined, { StringEquals: { 's3:prefix': ['b'] } }),
      grant(['s3:GetObject']),
    );
    expect(first).toMatch(/^S3ListBucketIfPrefix[0-9a-f]{8}$/);
    expect(second).toMatch(/^S3ListBucketIfPrefix[0-9a-f]{8}$/);
    expect(first).not.toBe(second);
    expect(third).toBe('S3GetObject');
  });
});
