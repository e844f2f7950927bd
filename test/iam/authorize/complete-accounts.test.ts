import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { completeAccounts } from '../../../iam/authorize/complete-accounts.ts';

const call = (
  identity: string | null,
  parameters: Readonly<Record<string, ParameterValue>>,
  account: string | null = null,
): ApiCall => ({
  service: 'sts',
  operation: 'GetCallerIdentity',
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

const accountsOf = (calls: readonly ApiCall[]) => completeAccounts(calls).map((one) => one.account);

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
