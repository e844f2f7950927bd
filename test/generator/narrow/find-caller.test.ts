import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../aws/api-call.ts';
import { findCaller } from '../../../generator/narrow/find-caller.ts';

function getUser(parameters: ApiCall['parameters']): ApiCall {
  return {
    service: 'iam',
    operation: 'GetUser',
    region: 'us-east-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    parameters,
    outcome: 'allowed',
    status: 200,
    errorCode: null,
    client: null,
  };
}
const userArn = (name: string) => ({ 'answer.User.Arn': `arn:aws:iam::123456789012:user/${name}` });

describe('findCaller', () => {
  it('takes the account that is given and the user whom AWS named', () => {
    expect(findCaller([getUser(userArn('staff/jane'))], '123456789012')).toEqual({
      'aws:PrincipalAccount': '123456789012',
      'aws:username': 'jane',
    });
  });

  it.each([
    ['another user was asked for', [getUser({ ...userArn('john'), UserName: 'john' })]],
    ['two users asked', [getUser(userArn('jane')), getUser(userArn('john'))]],
    ['the root user asked', [getUser({ 'answer.User.Arn': 'arn:aws:iam::123456789012:root' })]],
    ['AWS named nobody', [getUser({})]],
  ])('knows no name where %s', (_, calls) => {
    expect(findCaller(calls, undefined)).toEqual({ 'aws:PrincipalAccount': '' });
  });
});
