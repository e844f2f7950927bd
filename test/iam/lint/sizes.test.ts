import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { lintPolicies } from '../../../iam/lint/lint-policies.ts';
import type { PolicySource } from '../../../iam/policy-document/sources/policy-source.ts';
import { lintDocument } from './lint-one.ts';

const catalog = openCatalog();

describe('sizes', () => {
  const ofSize = (size: number) => {
    const empty = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:aws:s3:::b/'] }],
    };
    const filler = 'x'.repeat(size - JSON.stringify(empty).length);
    return {
      ...empty,
      Statement: [{ ...empty.Statement[0], Resource: [`arn:aws:s3:::b/${filler}`] }],
    };
  };
  const inline = (entity: 'role' | 'user' | 'group') =>
    ({ kind: 'inline', entity, owner: 'o' }) as const;

  it.each([
    ['a managed policy', { kind: 'managed' } as const, 6144],
    ['a role', inline('role'), 10_240],
    ['a user', inline('user'), 2048],
    ['a group', inline('group'), 5120],
  ])('of %s end where IAM ends them', (_name, attachment, limit) => {
    expect(lintDocument(ofSize(limit), { attachment })).toEqual([]);
    expect(lintDocument(ofSize(limit + 1), { attachment })).toMatchObject([
      { level: 'error', code: 'size' },
    ]);
  });

  it('of a policy of unknown use warn first', () => {
    expect(lintDocument(ofSize(6145))).toMatchObject([{ level: 'warning', code: 'size' }]);
    expect(lintDocument(ofSize(10_241))).toMatchObject([{ level: 'error', code: 'size' }]);
  });

  it('count all inline policies of one entity together', () => {
    const source = (name: string, owner: string): PolicySource => ({
      name: `t.yaml: ${name}`,
      document: ofSize(1500),
      attachment: { kind: 'inline', entity: 'user', owner },
      hasUnknownParts: false,
      problems: [],
    });
    expect(lintPolicies([source('a', 'jane'), source('b', 'joe')], catalog)).toEqual([]);
    expect(lintPolicies([source('a', 'jane'), source('b', 'jane')], catalog)).toMatchObject([
      { level: 'error', code: 'inline-size', policy: 't.yaml: a' },
    ]);
  });
});
