import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import type { ExplainedDocument } from '../../../generator/render/policy-export.ts';
import { createNeeds } from '../../../generator/verify/needs.ts';
import { provePolicy } from '../../../generator/verify/prove-policy.ts';
import { verifyPolicies } from '../../../generator/verify/verify-policies.ts';
import { compilePolicy } from '../../../iam/evaluate/compile-policy.ts';
import type { Conditions } from '../../../iam/permission.ts';
import { parsePolicy } from '../../../iam/policy-document/parse-policy.ts';
import { permission } from '../permission-cases.ts';

const catalog = openCatalog();

type Part = readonly [
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Conditions,
];

function policyOf(parts: readonly Part[]): ExplainedDocument {
  const statements = parts.map(([Action, Resource, Condition], at) => ({
    Sid: `S${at}`,
    Effect: 'Allow' as const,
    Action,
    Resource,
    ...(Condition !== undefined && { Condition }),
  }));
  return {
    document: { Version: '2012-10-17', Statement: statements },
    explanations: statements.map(({ Sid, Action, Resource }) => ({
      sid: Sid,
      reasons: Action.map((action) => ({ action, because: 'it', confidence: 'derived' })),
      wildcards: Resource.map((resource) => ({ resource, reason: 'it' })),
    })),
  };
}

function needsOf(parts: readonly Part[]) {
  const needs = createNeeds<string>();
  for (const [actions, resources, conditions = {}] of parts) {
    for (const action of actions)
      needs.add(permission(action, resources, { conditions }), 'a call');
  }
  return needs;
}

function prove(policy: readonly Part[], needs: readonly Part[]) {
  const proven = provePolicy(policyOf(policy), needsOf(needs));
  if (proven.kind !== 'proven') return undefined;
  const { document, explanations } = proven.policy;
  expect(explanations.map(({ sid }) => sid)).toEqual(document.Statement.map(({ Sid }) => Sid));
  return document.Statement.map(({ Action, Resource }) => [Action, Resource]);
}

const get = 's3:GetObject';
const put = 's3:PutObject';

describe('provePolicy', () => {
  it('leaves out an action, a resource and a statement that no need asks for', () => {
    expect(
      prove(
        [
          [
            [get, put],
            ['arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'],
          ],
          [['sqs:SendMessage'], ['*']],
        ],
        [[[get], ['arn:aws:s3:::b/1']]],
      ),
    ).toEqual([[[get], ['arn:aws:s3:::b/1']]]);
  });

  it('leaves out only one of two that stand in for each other: the wildcard', () => {
    expect(
      prove(
        [
          [[get], ['arn:aws:s3:::b/*']],
          [[get, put], ['arn:aws:s3:::b/1']],
        ],
        [[[get, put], ['arn:aws:s3:::b/1']]],
      ),
    ).toEqual([[[get, put], ['arn:aws:s3:::b/1']]]);
  });

  it('takes a statement under other conditions for no substitute', () => {
    const tags = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } };
    const type = { StringEquals: { 'ec2:InstanceType': ['t3.micro'] } };
    const parts: readonly Part[] = [
      [['ec2:RunInstances'], ['*'], tags],
      [['ec2:RunInstances'], ['*'], type],
    ];
    expect(prove(parts, parts)).toHaveLength(2);
  });

  it('says which need is not allowed', () => {
    const proven = provePolicy(
      policyOf([[[get], ['arn:aws:s3:::b/1']]]),
      needsOf([[[get], ['arn:aws:s3:::b/2']]]),
    );
    expect(proven).toMatchObject({
      kind: 'not allowed',
      failure: { action: get, resource: 'arn:aws:s3:::b/2', subject: 'a call' },
    });
  });

  it('keeps every need allowed, and no part without which all still would be', () => {
    const actions = fc.uniqueArray(fc.constantFrom(get, put, 's3:Get*', 's3:*'), { minLength: 1 });
    const patterns = ['1/*', '*/x', '1/x', '*', '2/?', '1/y', '2/y'].map(
      (one) => `arn:aws:s3:::b/${one}`,
    );
    const wide = fc.tuple(actions, fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1 }));
    const keys = ['1/x', '1/y', '2/x', '2/y'].map((one) => `arn:aws:s3:::b/${one}`);
    const asked = fc.tuple(
      fc.uniqueArray(fc.constantFrom(get, put), { minLength: 1 }),
      fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(wide, { minLength: 1, maxLength: 4 }),
        fc.array(asked, { minLength: 1, maxLength: 3 }),
        (policy, needs) => {
          const proven = provePolicy(policyOf(policy), needsOf(needs));
          if (proven.kind === 'not allowed') return;
          const compiled = compilePolicy(parsePolicy(proven.policy.document, 'p'), 'p');
          const { ok, removable } = verifyPolicies([compiled], needsOf(needs), catalog);
          expect([ok, removable]).toEqual([true, []]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
