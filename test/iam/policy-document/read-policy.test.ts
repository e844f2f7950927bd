import { describe, expect, it } from 'vitest';
import { LeastgrantError } from '../../../errors.ts';
import { parsePolicy } from '../../../iam/policy-document/parse-policy.ts';
import { readPolicy } from '../../../iam/policy-document/read-policy.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

function problemsOf(part: object) {
  const value = { Version: '2012-10-17', Statement: [statement, { ...statement, ...part }] };
  return readPolicy(value).problems.map(
    ({ where, message, hint }) => `${where}: ${message} (${hint})`,
  );
}

describe('readPolicy', () => {
  it('reads strings and lists, Not elements, conditions of any value, one statement or many', () => {
    const { policy, problems } = readPolicy({
      Version: '2012-10-17',
      Id: 'an id',
      Statement: [
        {
          ...statement,
          Sid: 'One',
          Condition: { Bool: { 'aws:SecureTransport': true }, NumericEquals: { k: [1, '2'] } },
        },
        { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], NotResource: ['arn:aws:s3:::b'] },
      ],
    });
    expect(problems).toEqual([]);
    expect(policy).toEqual({
      version: '2012-10-17',
      hasVersion: true,
      id: 'an id',
      notes: [],
      statements: [
        {
          where: 'Statement[0]',
          sid: 'One',
          effect: 'Allow',
          actions: { isNegated: false, patterns: ['s3:GetObject'] },
          resources: { isNegated: false, patterns: ['*'] },
          conditions: [
            { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
            { operator: 'NumericEquals', key: 'k', values: ['1', '2'] },
          ],
        },
        {
          where: 'Statement[1]',
          sid: undefined,
          effect: 'Deny',
          actions: { isNegated: true, patterns: ['iam:*', 'sts:*'] },
          resources: { isNegated: true, patterns: ['arn:aws:s3:::b'] },
          conditions: [],
        },
      ],
    });
    expect(readPolicy({ Statement: statement }).policy).toMatchObject({
      version: '2008-10-17',
      hasVersion: false,
      statements: [{ where: 'Statement' }],
    });
  });

  it('leaves Principal out of account and says so', () => {
    const { policy, problems } = readPolicy({ Statement: [{ ...statement, Principal: '*' }] });
    expect(problems).toEqual([]);
    expect(policy.notes).toEqual([
      { where: 'Statement[0].Principal', message: expect.stringContaining('left out of account') },
    ]);
  });

  it.each<[string, object, string]>([
    [
      'effect case',
      { Effect: 'allow' },
      'Statement[1].Effect: Effect is Allow or Deny, not `allow` (write "Effect": "Allow": the case counts)',
    ],
    [
      'no effect',
      { Effect: undefined },
      'Statement[1].Effect: Effect is Allow or Deny, not nothing (write "Effect": "Allow": the case counts)',
    ],
    [
      'a number as action',
      { Action: ['s3:*', 7] },
      'Statement[1].Action[1]: a number is no text (write it in quotation marks)',
    ],
    [
      'no action',
      { Action: undefined },
      'Statement[1]: a statement has Action or NotAction (name the actions it is about)',
    ],
    [
      'both',
      { NotAction: 's3:*' },
      'Statement[1].NotAction: a statement has Action or NotAction, not both (make it two statements)',
    ],
    [
      'no resource',
      { Resource: undefined },
      'Statement[1]: a statement has Resource or NotResource (write "Resource": "*" for any resource)',
    ],
    [
      'a trust policy',
      { Resource: undefined, Principal: { Service: 'x' } },
      'Statement[1]: a statement has Resource or NotResource (this looks like a trust policy; leastgrant reads policies of users, groups and roles)',
    ],
    [
      'an empty list',
      { Resource: [] },
      'Statement[1].Resource: the list is empty (leave the statement out)',
    ],
    [
      'a typo',
      { Resourse: '*' },
      'Statement[1].Resourse: there is no element `Resourse` (did you mean `Resource`?)',
    ],
    [
      'an element in another case',
      { condition: {} },
      'Statement[1].condition: there is no element `condition` (did you mean `Condition`?)',
    ],
    [
      'a Sid',
      { Sid: 1 },
      'Statement[1].Sid: Sid is text, not a number (leave it out, or use letters and digits)',
    ],
    [
      'an operator',
      { Condition: { StringEqual: { k: 'a' } } },
      'Statement[1].Condition.StringEqual: there is no condition operator `StringEqual` (did you mean `StringEquals`?)',
    ],
    [
      'NullIfExists',
      { Condition: { NullIfExists: { k: 'true' } } },
      'Statement[1].Condition.NullIfExists: there is no condition operator `NullIfExists` (did you mean `Null`?)',
    ],
    [
      'a condition value',
      { Condition: { StringEquals: { k: [{}] } } },
      'Statement[1].Condition.StringEquals.k[0]: an object is no condition value (write a text, a number, true or false)',
    ],
    [
      'keys that are a list',
      { Condition: { StringEquals: ['k'] } },
      'Statement[1].Condition.StringEquals: an operator has condition keys, not a list (write {"StringEquals": {"aws:username": ["jane"]}})',
    ],
  ])('finds a fault with its place: %s', (_name, part, problem) => {
    expect(problemsOf(part)).toEqual([problem]);
  });

  it('finds every fault of a document, not only the first', () => {
    const { problems } = readPolicy({ Version: '2020-01-01', Statement: [{ Effect: 'Maybe' }, 7] });
    expect(problems.map(({ where }) => where)).toEqual([
      'Version',
      'Statement[0].Effect',
      'Statement[0]',
      'Statement[0]',
      'Statement[1]',
    ]);
  });
});

describe('parsePolicy', () => {
  it('throws E_INPUT with the document, the place and a hint', () => {
    const failure = catchError(() =>
      parsePolicy({ Statement: [{ ...statement, Action: {} }] }, 'p.json'),
    );
    expect(failure).toMatchObject({
      code: 'E_INPUT',
      message: '`p.json` is no policy that IAM takes at Statement[0].Action: an object is no text',
      hint: 'write it in quotation marks',
    });
  });

  it.each([[null], [[]], ['text'], [7]])('refuses %j', (value) => {
    expect(catchError(() => parsePolicy(value, 'p'))).toMatchObject({ code: 'E_INPUT' });
  });
});

function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof LeastgrantError) return error;
  }
  return undefined;
}
