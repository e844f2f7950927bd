import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePolicy } from '../../../generator/generate-policy.ts';
import { renderJsonMin } from '../../../generator/render/json.ts';
import type { ExplainedDocument } from '../../../generator/render/policy-export.ts';
import { policyLimits, policyTargets } from '../../../generator/split/policy-limits.ts';
import { type SplitPolicy, splitPolicy } from '../../../generator/split/split-policy.ts';
import type { Permission } from '../../../iam/permission.ts';
import { permission } from '../permission-cases.ts';

function policyOf(permissions: readonly Permission[]): ExplainedDocument {
  const { document, explanations } = generatePolicy(permissions);
  if (document === null) throw new Error('a policy was expected');
  return { document, explanations };
}

/** Each action with each resource and condition that the documents grant, sorted. */
function grantsOf(documents: readonly ExplainedDocument[]): readonly string[] {
  const grants = documents.flatMap(({ document }) =>
    document.Statement.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map((resource) => `${action} ${resource} ${JSON.stringify(Condition)}`),
      ),
    ),
  );
  return grants.sort();
}

/** The size of a document, found by writing it. */
function writtenSize({ document }: ExplainedDocument): number {
  return renderJsonMin([document]).trimEnd().length;
}

function keys(count: number, bucket = 'b'): readonly string[] {
  return Array.from({ length: count }, (_, at) => `arn:aws:s3:::${bucket}/${at}-é-😀`);
}

function expectWithinLimits(split: SplitPolicy, limit: number): void {
  for (const [at, one] of split.documents.entries()) {
    expect(writtenSize(one)).toBeLessThanOrEqual(limit);
    expect(split.sizes[at]).toBe(writtenSize(one));
    const sids = one.document.Statement.map(({ Sid }) => Sid);
    expect(one.explanations.map(({ sid }) => sid)).toEqual(sids);
    expect(sids).toEqual([...new Set(sids)].sort());
  }
}

describe('splitPolicy', () => {
  it('leaves a policy that fits as it is', () => {
    const policy = policyOf([permission('s3:GetObject', keys(3))]);
    expect(splitPolicy(policy, 'managed')).toEqual({
      documents: [policy],
      sizes: [writtenSize(policy)],
      warnings: [],
    });
  });

  it('keeps the statements of a service together as far as they fit', () => {
    const policy = policyOf([
      permission('dynamodb:GetItem', keys(80, 'd1')),
      permission('dynamodb:PutItem', keys(20, 'd2')),
      permission('s3:GetObject', keys(80, 's1')),
      permission('s3:PutObject', keys(20, 's2')),
    ]);
    const { documents } = splitPolicy(policy, 'managed');
    expect(documents.map(({ document }) => document.Statement.map(({ Sid }) => Sid))).toEqual([
      ['DynamodbGetItem', 'DynamodbPutItem'],
      ['S3GetObject', 'S3PutObject'],
    ]);
  });

  it('splits a statement that is too large by its resources, and numbers the parts', () => {
    const policy = policyOf([
      permission('s3:GetObject', [...keys(400), 'arn:aws:s3:::c/*']),
      permission('s3:PutObject', [...keys(400), 'arn:aws:s3:::c/*']),
    ]);
    const split = splitPolicy(policy, 'managed');
    expect(split.documents.map(({ document }) => document.Statement[0]?.Sid)).toEqual([
      'S3GetObjectPart1',
      'S3GetObjectPart2',
      'S3GetObjectPart3',
    ]);
    expect(grantsOf(split.documents)).toEqual(grantsOf([policy]));
    const wildcards = split.documents.map(({ explanations }) => explanations[0]?.wildcards.length);
    expect(wildcards).toEqual([0, 0, 1]);
  });

  it('splits by actions where these alone are too many', () => {
    const actions = Array.from({ length: 400 }, (_, at) => `ec2:DescribeManyThings${at}`);
    const policy = policyOf(actions.map((action) => permission(action, '*')));
    const split = splitPolicy(policy, 'managed');
    expectWithinLimits(split, policyLimits.managed.document);
    expect(split.documents).toHaveLength(2);
    expect(grantsOf(split.documents)).toEqual(grantsOf([policy]));
  });

  it.each([
    [10, []],
    [11, [/^AWS attaches 10 managed policies to a role unless its quota is raised, these are 11$/]],
    [21, [/^AWS attaches at most 20 managed policies to a role, these are 21/]],
  ])('says what %s documents ask for', (count, expected) => {
    const services = Array.from({ length: count }, (_, at) => `svc${String(at).padStart(2, '0')}`);
    const policy = policyOf(
      services.map((service) => permission(`${service}:Get`, keys(110, service))),
    );
    const { documents, warnings } = splitPolicy(policy, 'managed');
    expect(documents).toHaveLength(count);
    expect(warnings).toEqual(expected.map((text) => expect.stringMatching(text)));
  });

  it('says that inline policies count together', () => {
    const policy = policyOf([permission('s3:GetObject', keys(60))]);
    expect(splitPolicy(policy, 'role').warnings).toEqual([]);
    const { documents, warnings } = splitPolicy(policy, 'user');
    expect(documents).toHaveLength(2);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^the inline policies of a user may have 2,048 characters together, these have 2,/,
      ),
    ]);
  });

  it('leaves a statement that nothing can make smaller, and says so', () => {
    const policy = policyOf([permission('s3:GetObject', `arn:aws:s3:::b/${'k'.repeat(3000)}`)]);
    const { documents, warnings } = splitPolicy(policy, 'user');
    expect(documents).toEqual([policy]);
    expect(warnings[0]).toMatch(/^1 of the documents cannot be made smaller than 2,048 characters/);
  });

  it('grants what the whole policy grants, within the limits, whatever the policy', () => {
    const counts = fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 300 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(counts, fc.constantFrom(...policyTargets), (parts, target) => {
        const policy = policyOf(
          parts.map(([service, action, count]) =>
            permission(`svc${service}:Action${action}`, keys(count, `${service}-${action}`)),
          ),
        );
        const split = splitPolicy(policy, target);
        expectWithinLimits(split, policyLimits[target].document);
        expect(grantsOf(split.documents)).toEqual(grantsOf([policy]));
      }),
      { numRuns: 60 },
    );
  });
});
