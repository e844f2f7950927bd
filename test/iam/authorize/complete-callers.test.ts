import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { completeCallers } from '../../../iam/authorize/complete-callers.ts';

const call = (
  identity: string | null,
  parameters: Readonly<Record<string, ParameterValue>>,
  account: string | null = null,
): ApiCall => ({
  service: 'answer.Account' in parameters ? 'sts' : 'sns',
  operation: 'answer.Account' in parameters ? 'GetCallerIdentity' : 'Publish',
  region: 'eu-west-1',
  partition: 'aws',
  account,
  identity,
  parameters,
  client: null,
  outcome: 'allowed',
  status: 200,
  errorCode: null,
});

const accountsOf = (calls: readonly ApiCall[]) => completeCallers(calls).map((one) => one.account);

describe('accounts that access keys do not say', () => {
  it('are the ones that AWS named to the same identity, also for calls before', () => {
    const calls = [
      call('AKIA…ONE1', { TableName: 't' }),
      call('AKIA…ONE1', { 'answer.Account': '111111111111' }),
      call('AKIA…TWO2', { TableName: 't' }),
    ];
    expect(accountsOf(calls)).toEqual(['111111111111', '111111111111', null]);
  });

  it.each([
    ['an ARN', { TopicArn: 'arn:aws:sns:eu-west-1:222222222222:t' }],
    ['a list of ARNs', { 'Arns[]': ['arn:aws:sns:eu-west-1:222222222222:t', 'name'] }],
    ['a queue URL', { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/222222222222/q' }],
  ])('are the only one in %s', (_name, parameters) => {
    const calls = [call('AKIA…ONE1', parameters), call('AKIA…ONE1', { TableName: 't' })];
    expect(accountsOf(calls)).toEqual(['222222222222', '222222222222']);
  });

  it('stay unknown where ARNs name several', () => {
    const calls = [
      call('AKIA…ONE1', { TopicArn: 'arn:aws:sns:eu-west-1:222222222222:t' }),
      call('AKIA…ONE1', { TopicArn: 'arn:aws:sns:eu-west-1:333333333333:t' }),
    ];
    expect(accountsOf(calls)).toEqual([null, null]);
  });

  it('are never those of S3 buckets, which have none in their ARN', () => {
    expect(accountsOf([call('AKIA…ONE1', { Arn: 'arn:aws:s3:::b' })])).toEqual([null]);
  });

  it('do not change one that is known', () => {
    const calls = [
      call('ASIA…ONE1', { 'answer.Account': '111111111111' }, '444444444444'),
      call('ASIA…ONE1', {}, '444444444444'),
    ];
    expect(accountsOf(calls)).toEqual(['444444444444', '444444444444']);
  });
});

const assumed = 'arn:aws:sts::222222222222:assumed-role/Deploy/ci';
const sts = (
  operation: string,
  identity: string | null,
  parameters: Readonly<Record<string, ParameterValue>>,
): ApiCall => ({ ...call(identity, parameters), service: 'sts', operation });
const principalOf = (identity: string, calls: readonly ApiCall[]) =>
  completeCallers([...calls, call(identity, { TableName: 't' })]).at(-1);
const denied = (identity: string, principal: string, account: string | null = null): ApiCall => ({
  ...call(identity, {}, account),
  outcome: 'denied',
  denials: [
    {
      principal,
      action: 'sns:Publish',
      resources: [],
      deniedBy: 'identity-based policy',
      isExplicit: false,
      policy: null,
      encodedMessage: null,
    },
  ],
});

const jane = 'arn:aws:iam::111111111111:user/jane';

describe('who is behind an access key', () => {
  it.each([
    [
      'whom GetCallerIdentity names',
      'AKIA…ONE1',
      [
        sts('GetCallerIdentity', 'AKIA…ONE1', {
          'answer.Arn': jane,
        }),
      ],
      jane,
    ],
    [
      'whom GetUser names to who asked for no other',
      'AKIA…ONE1',
      [{ ...sts('GetUser', 'AKIA…ONE1', { 'answer.User.Arn': jane }), service: 'iam' }],
      jane,
    ],
    [
      'nobody, where GetUser was about another',
      'AKIA…ONE1',
      [
        {
          ...sts('GetUser', 'AKIA…ONE1', { 'answer.User.Arn': jane, UserName: 'jane' }),
          service: 'iam',
        },
      ],
      undefined,
    ],
    [
      'the role that the key came with',
      'ASIA…ROLE',
      [
        sts('AssumeRole', 'AKIA…ONE1', {
          'answer.AssumedRoleUser.Arn': assumed,
          'answer.Credentials.AccessKeyId': 'ASIA…ROLE',
        }),
      ],
      assumed,
    ],
    [
      'the role that a web identity was given, without a signature',
      'ASIA…WEB1',
      [
        sts('AssumeRoleWithWebIdentity', null, {
          'answer.AssumedRoleUser.Arn': assumed,
          'answer.Credentials.AccessKeyId': 'ASIA…WEB1',
        }),
      ],
      assumed,
    ],
    [
      'the same user, after GetSessionToken',
      'ASIA…SESS',
      [
        sts('GetSessionToken', 'AKIA…ONE1', { 'answer.Credentials.AccessKeyId': 'ASIA…SESS' }),
        sts('GetCallerIdentity', 'AKIA…ONE1', {
          'answer.Arn': jane,
        }),
      ],
      jane,
    ],
    ['whom a denial names', 'ASIA…ROLE', [denied('ASIA…ROLE', assumed)], assumed],
    [
      'nobody, where a denial names the role of a service and the key is a user’s',
      'AKIA…ONE1',
      [denied('AKIA…ONE1', assumed)],
      undefined,
    ],
    [
      'nobody, where a denial names somebody of another account',
      'ASIA…ROLE',
      [denied('ASIA…ROLE', assumed, '111111111111')],
      undefined,
    ],
    [
      'nobody, where answers differ',
      'ASIA…ROLE',
      [denied('ASIA…ROLE', assumed), denied('ASIA…ROLE', `${assumed}-2`)],
      undefined,
    ],
  ] as const)('is %s', (_name, identity, calls, expected) => {
    expect(principalOf(identity, calls)?.principal).toBe(expected);
    expect(principalOf(identity, [...calls].reverse())?.principal).toBe(expected);
  });

  it('tells the account too', () => {
    expect(principalOf('ASIA…ROLE', [denied('ASIA…ROLE', assumed)])?.account).toBe('222222222222');
  });

  it('is not whose role was assumed: that may be of another account', () => {
    const calls = [
      sts('AssumeRole', 'AKIA…ONE1', { RoleArn: 'arn:aws:iam::222222222222:role/Deploy' }),
    ];
    expect(principalOf('AKIA…ONE1', calls)?.account).toBe(null);
  });
});
