import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { generatePolicy } from '../../../generator/generate-policy.ts';
import { createNeeds } from '../../../generator/verify/needs.ts';
import { verifyPolicies } from '../../../generator/verify/verify-policies.ts';
import { compilePolicy } from '../../../iam/evaluate/compile-policy.ts';
import type { Permission } from '../../../iam/permission.ts';
import { parsePolicy } from '../../../iam/policy-document/parse-policy.ts';
import { anyPermissions, permission, plainPermissions } from '../permission-cases.ts';

const catalog = openCatalog();
const key = 'arn:aws:s3:::b1/k1';

function verify(
  statements: object | readonly object[],
  permissions: readonly Permission[],
  context: Readonly<Record<string, readonly string[]>> = {},
) {
  const document = { Version: '2012-10-17', Statement: statements };
  const policy = compilePolicy(parsePolicy(document, 'p'), 'p');
  return verifyPolicies([policy], needsOf(permissions), catalog, context);
}

function needsOf(permissions: readonly Permission[]) {
  const needs = createNeeds<string>();
  for (const one of permissions) needs.add(one, `call ${one.action}`);
  return needs;
}

function allow(Action: string | string[], Resource: string | string[], Condition = {}) {
  return { Effect: 'Allow', Action, Resource, Condition };
}

describe('verifyPolicies, on what is not allowed', () => {
  it('names the need, who asked for it, and why nothing allows it', () => {
    const { ok, notAllowed, needs } = verify(allow('s3:Get*', 'arn:aws:s3:::b2/*'), [
      permission('s3:GetObject', [key, 'arn:aws:s3:::b2/k1']),
    ]);
    expect([ok, needs]).toEqual([false, 2]);
    expect(notAllowed).toMatchObject([
      {
        action: 's3:GetObject',
        resource: key,
        subject: 'call s3:GetObject',
        decision: 'implicitly denied',
        because: [
          { policy: 'p', statement: 'Statement', reason: `its Resource does not match \`${key}\`` },
        ],
      },
    ]);
  });

  it('tells an explicit deny', () => {
    const denying = { Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::b1/*' };
    const { notAllowed } = verify([allow('s3:*', '*'), denying], [permission('s3:GetObject', key)]);
    expect(notAllowed).toMatchObject([
      { decision: 'explicitly denied', because: [{ statement: 'Statement[1]' }] },
    ]);
  });

  it.each<[string, string, string, boolean]>([
    ['the same wildcard', 'arn:aws:s3:::b1/*', 'arn:aws:s3:::b1/*', true],
    ['a wider wildcard', 'arn:aws:s3:::*', 'arn:aws:s3:::b1/*', true],
    ['a narrower wildcard', 'arn:aws:s3:::b1/a*', 'arn:aws:s3:::b1/*', false],
    ['one character for many', 'arn:aws:s3:::b1/?', 'arn:aws:s3:::b1/*', false],
    ['many for one character', 'arn:aws:s3:::b1/*', 'arn:aws:s3:::b1/?', true],
    ['any resource', '*', '*', true],
    ['an ARN for any resource', 'arn:aws:sqs:*:*:*', '*', false],
    ['an escaped character for itself', 'arn:aws:s3:::b1/a${*}', 'arn:aws:s3:::b1/a${*}', true],
    ['an escaped character for a wildcard', 'arn:aws:s3:::b1/a${*}', 'arn:aws:s3:::b1/a*', false],
    ['an unknown account', 'arn:aws:sqs:eu-west-1:*:q', 'arn:aws:sqs:eu-west-1:*:q', true],
    [
      'one account for an unknown one',
      'arn:aws:sqs:eu-west-1:1:q',
      'arn:aws:sqs:eu-west-1:*:q',
      false,
    ],
  ])('holds a need with an unknown part to %s', (_name, resource, asked, ok) => {
    expect(
      verify(allow('sqs:SendMessage', resource), [permission('sqs:SendMessage', asked)]).ok,
    ).toBe(ok);
  });

  it('takes arn:aws:s3:::* for S3 actions that take no resource, as AWS does', () => {
    const asked = [permission('s3:ListAllMyBuckets', '*')];
    expect(verify(allow('s3:*', 'arn:aws:s3:::*'), asked).ok).toBe(true);
    expect(verify(allow('s3:*', 'arn:aws:s3:::b*'), asked).ok).toBe(false);
    expect(verify(allow('iam:*', 'arn:aws:s3:::*'), [permission('iam:ListRoles', '*')]).ok).toBe(
      false,
    );
  });

  it.each<[string, object, object, boolean]>([
    [
      'the same condition',
      { StringEquals: { 's3:prefix': ['a/'] } },
      { StringEquals: { 's3:prefix': ['a/'] } },
      true,
    ],
    [
      'more values',
      { StringEquals: { 's3:prefix': ['a/', 'b/'] } },
      { StringEquals: { 's3:prefix': ['a/'] } },
      true,
    ],
    [
      'fewer values',
      { StringEquals: { 's3:prefix': ['a/'] } },
      { StringEquals: { 's3:prefix': ['a/', 'b/'] } },
      false,
    ],
    [
      'a pattern',
      { StringLike: { 's3:prefix': ['a*'] } },
      { StringEquals: { 's3:prefix': ['a/'] } },
      true,
    ],
    [
      'characters that begin a variable',
      { StringEquals: { 's3:prefix': ['${$}{x}*'] } },
      { StringEquals: { 's3:prefix': ['${$}{x}*'] } },
      true,
    ],
    [
      'the same characters in a pattern',
      { StringLike: { 's3:prefix': ['${$}{x}${*}'] } },
      { StringEquals: { 's3:prefix': ['${$}{x}*'] } },
      true,
    ],
    [
      'other characters in a pattern',
      { StringLike: { 's3:prefix': ['${$}{y}*'] } },
      { StringEquals: { 's3:prefix': ['${$}{x}*'] } },
      false,
    ],
    ['a condition where none was recorded', { StringEquals: { 's3:prefix': ['a/'] } }, {}, false],
    ['no condition', {}, { StringEquals: { 's3:prefix': ['a/'] } }, true],
    [
      'a set',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      true,
    ],
    [
      'a smaller set',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } },
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      false,
    ],
    [
      'a negation',
      { StringNotEquals: { 's3:prefix': ['a/'] } },
      { StringNotEquals: { 's3:prefix': ['a/'] } },
      true,
    ],
    ['IfExists', { StringEquals: { k: ['a'] } }, { StringEqualsIfExists: { k: ['a'] } }, false],
    [
      'the same policy variable',
      { StringEquals: { k: ['${aws:username}'] } },
      { StringEquals: { k: ['${aws:username}'] } },
      true,
    ],
    [
      'the same policy variable in a pattern',
      { StringLike: { k: ['a-${aws:username}-*'] } },
      { StringLike: { k: ['a-${aws:username}-*'] } },
      true,
    ],
    [
      'another policy variable',
      { StringEquals: { k: ['${aws:userid}'] } },
      { StringEquals: { k: ['${aws:username}'] } },
      false,
    ],
    [
      'a list that is there',
      { 'ForAllValues:StringLike': { k: ['a*', 'b'] }, Null: { k: ['false'] } },
      { Null: { k: ['false'] }, 'ForAllValues:StringLike': { k: ['a*', 'b'] } },
      true,
    ],
    ['Null', { Null: { k: ['false'] } }, { Null: { k: ['false'] } }, true],
    ['Null the other way', { Null: { k: ['true'] } }, { Null: { k: ['false'] } }, false],
    ['a range', { IpAddress: { k: ['10.0.0.0/8'] } }, { IpAddress: { k: ['10.0.0.0/8'] } }, true],
  ])('holds conditions to %s', (_name, written, recorded, ok) => {
    const conditions = JSON.parse(JSON.stringify(recorded));
    const asked = permission('s3:ListBucket', 'arn:aws:s3:::b1', { conditions });
    expect(verify(allow('s3:ListBucket', '*', written), [asked]).ok).toBe(ok);
  });

  it('fills policy variables in from what every request has', () => {
    const own = allow('s3:GetObject', 'arn:aws:s3:::b1/${aws:username}/*');
    const asked = [permission('s3:GetObject', 'arn:aws:s3:::b1/jane/k')];
    expect(verify(own, asked, { 'aws:username': ['jane'] }).ok).toBe(true);
    expect(verify(own, asked).ok).toBe(false);
  });

  it('adds up all policies that are attached', () => {
    const policies = [allow('s3:GetObject', key), allow('sqs:SendMessage', '*')].map((one, at) =>
      compilePolicy(parsePolicy({ Version: '2012-10-17', Statement: one }, 'p'), `p${at}`),
    );
    const asked = needsOf([permission('s3:GetObject', key), permission('sqs:SendMessage', '*')]);
    expect(verifyPolicies(policies, asked, catalog).ok).toBe(true);
  });
});

describe('verifyPolicies, on keys that no recording has the values of', () => {
  const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/t';
  const own = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:userid}'] } };
  const held = { ...own, Null: { 'dynamodb:LeadingKeys': ['false'] } };
  const deny = (Condition: object, Action = 'dynamodb:*') => ({
    Effect: 'Deny',
    Action,
    Resource: '*',
    Condition,
  });
  const key = (operator: string, ...values: readonly string[]) => ({
    [operator]: { 'dynamodb:leadingkeys': values },
  });

  it.each<[string, readonly object[], boolean, boolean]>([
    ['allowed by a list of own keys', [allow('dynamodb:*', table, own)], true, true],
    ['allowed where the list must be there', [allow('dynamodb:*', table, held)], true, true],
    [
      'allowed by a pattern',
      [allow('dynamodb:*', table, key('ForAllValues:StringLike', 'a#*', 'b'))],
      true,
      true,
    ],
    [
      'allowed by any pattern',
      [allow('dynamodb:*', table, key('ForAnyValue:StringLike', '*'))],
      true,
      false,
    ],
    ['allowed without a condition', [allow('dynamodb:*', table)], true, false],
    [
      'allowed by one of two statements',
      [
        allow('dynamodb:*', `${table}2`, held),
        allow('dynamodb:*', table, key('StringEquals', 'a')),
      ],
      true,
      true,
    ],
    [
      'allowed by a second statement without a condition',
      [allow('dynamodb:*', table, held), allow('dynamodb:GetItem', table)],
      true,
      false,
    ],
    [
      'spared by a Deny of all other keys',
      [allow('dynamodb:*', table), deny(key('ForAnyValue:StringNotEquals', '${aws:userid}'))],
      true,
      true,
    ],
    [
      'spared by a Deny that leaves requests without keys out',
      [allow('dynamodb:*', table), deny(key('ForAnyValue:StringNotLikeIfExists', 'a#*'))],
      true,
      true,
    ],
    [
      'spared by a Deny of requests without keys',
      [allow('dynamodb:*', table), deny({ Null: { 'dynamodb:LeadingKeys': ['true'] } })],
      true,
      false,
    ],
    [
      'denied whatever the keys',
      [allow('dynamodb:*', table), deny(key('ForAnyValue:StringLike', '*'))],
      false,
      false,
    ],
    ['on another table', [allow('dynamodb:*', `${table}2`, held)], false, false],
  ])('takes an item as %s', (_name, statements, ok, isAssumed) => {
    const asked = permission('dynamodb:GetItem', table);
    const found = verify(statements, [asked]);
    expect(found.ok).toBe(ok);
    const assumed = { key: 'dynamodb:LeadingKeys', actions: ['dynamodb:GetItem'], needs: 1 };
    expect(found.assumed).toEqual(isAssumed ? [assumed] : []);
    expect(found.notAllowed.map(({ conditions }) => conditions)).toEqual(ok ? [] : [{}]);
  });

  it('says why nothing allows it apart from the key', () => {
    const counting = { ...held, StringEquals: { 'dynamodb:Select': ['COUNT'] } };
    const { notAllowed } = verify(allow('dynamodb:Query', table, counting), [
      permission('dynamodb:Query', table),
    ]);
    expect(notAllowed.map(({ because }) => because.map(({ reason }) => reason))).toEqual([
      [expect.stringContaining('dynamodb:Select')],
    ]);
  });

  it('gives a scan no key, since AWS supplies none for it', () => {
    const asked = [permission('dynamodb:Scan', table)];
    expect(verify([allow('dynamodb:*', table, held)], asked).ok).toBe(false);
    expect(verify([allow('dynamodb:*', table, own)], asked)).toMatchObject({
      ok: true,
      assumed: [],
    });
  });

  it('counts a statement that is needed on this assumption as needed', () => {
    const statements = [allow('dynamodb:GetItem', table, held), allow('s3:*', '*')];
    const { removable } = verify(statements, [permission('dynamodb:GetItem', table)]);
    expect(removable.map(({ where }) => where)).toEqual(['Statement[1]']);
  });
});

describe('verifyPolicies, on what could go', () => {
  it('finds the statement, the action and the resource that no call needs', () => {
    const { removable } = verify(
      [
        allow(['s3:GetObject', 's3:PutObject'], [key, 'arn:aws:s3:::b1/k2']),
        { ...allow('sqs:*', '*'), Sid: 'Queues' },
      ],
      [permission('s3:GetObject', key)],
    );
    expect(removable.map(({ where, kind, element }) => [where, kind, element])).toEqual([
      ['Statement[0].Action[1]', 'action', 's3:PutObject'],
      ['Statement[0].Resource[1]', 'resource', 'arn:aws:s3:::b1/k2'],
      ['Statement[1]', 'statement', 'Queues'],
    ]);
  });

  it('finds both of two that stand in for each other, and leaves Deny alone', () => {
    const { removable } = verify(
      [allow(['s3:GetObject', 's3:Get*'], key), { Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
      [permission('s3:GetObject', key)],
    );
    expect(removable.map(({ element }) => element)).toEqual(['s3:GetObject', 's3:Get*']);
  });

  it('finds nothing in a generated policy', () => {
    fc.assert(
      fc.property(plainPermissions, (permissions) => {
        const { document } = generatePolicy(permissions);
        // ForAllValues is met by a request without the key: by one that was recorded under another condition.
        if (document === null || JSON.stringify(document).includes('ForAllValues')) return;
        const { ok, removable } = verify(document.Statement, permissions);
        expect([ok, removable]).toEqual([true, []]);
      }),
      { numRuns: 100 },
    );
  });

  it('allows what any generated policy was made from, and no longer does without one of its parts', () => {
    fc.assert(
      fc.property(anyPermissions, fc.nat(), (permissions, pick) => {
        const { document } = generatePolicy(permissions);
        if (document === null) return;
        const { ok, removable } = verify(document.Statement, permissions, {
          'aws:username': ['jane'],
        });
        expect(ok).toBe(true);
        const at = pick % document.Statement.length;
        const where = document.Statement.length === 1 ? 'Statement[0]' : `Statement[${at}]`;
        if (removable.some((one) => one.where.startsWith(where))) return;
        const fewer = document.Statement.filter((_, place) => place !== at);
        expect(verify(fewer, permissions, { 'aws:username': ['jane'] }).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('verifyPolicies, on what is in excess', () => {
  it('counts unused actions by access level', () => {
    const { excess } = verify(allow(['sqs:*'], 'arn:aws:sqs:eu-west-1:123456789012:q'), [
      permission('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:123456789012:q'),
    ]);
    const levels = Object.fromEntries(excess.actions.map((one) => [one.level, one.actions]));
    expect(Object.keys(levels)).toEqual(['Read', 'Write', 'Tagging', 'Permissions management']);
    expect(levels.Write).toContain('sqs:DeleteQueue');
    expect(levels.Write).not.toContain('sqs:SendMessage');
    expect(levels['Permissions management']).toContain('sqs:AddPermission');
    // ListQueues takes no resource, so that this statement does not allow it.
    expect(levels.List).toBe(undefined);
    expect(excess.resources).toEqual([]);
  });

  it('leaves out what a Deny takes away', () => {
    const { excess } = verify(
      [allow('sqs:*', '*'), { Effect: 'Deny', Action: 'sqs:Delete*', Resource: '*' }],
      [permission('sqs:SendMessage', '*')],
    );
    const actions = excess.actions.flatMap((one) => one.actions);
    expect(actions).toContain('sqs:PurgeQueue');
    expect(actions).not.toContain('sqs:DeleteQueue');
  });

  it('tells unused resources from those that are wider than what was recorded', () => {
    const { excess } = verify(
      allow('s3:GetObject', [key, 'arn:aws:s3:::b2/*', 'arn:aws:s3:::b3/*', 'arn:aws:s3:::b4/*']),
      [
        permission('s3:GetObject', [key, 'arn:aws:s3:::b2/x']),
        permission('s3:GetObject', 'arn:aws:s3:::b4/*'),
      ],
    );
    expect(excess.resources).toEqual([
      {
        policy: 'p',
        where: 'Statement.Resource[1]',
        resource: 'arn:aws:s3:::b2/*',
        kind: 'wider',
        levels: ['Read'],
      },
      {
        policy: 'p',
        where: 'Statement.Resource[2]',
        resource: 'arn:aws:s3:::b3/*',
        kind: 'unused',
        levels: ['Read'],
      },
    ]);
  });
});
