import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../aws/api-call.ts';
import { findCaller } from '../../../generator/narrow/find-caller.ts';

function callBy(principal?: string): ApiCall {
  return {
    service: 's3',
    operation: 'ListBuckets',
    region: 'us-east-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    ...(principal !== undefined && { principal: `arn:aws:iam::123456789012:${principal}` }),
    parameters: {},
    outcome: 'allowed',
    status: 200,
    errorCode: null,
    client: null,
  };
}

describe('findCaller', () => {
  it('takes the account that is given and the user who made the calls', () => {
    const calls = [callBy('user/staff/jane'), callBy('user/staff/jane'), callBy()];
    expect(findCaller(calls, '123456789012')).toEqual({
      'aws:PrincipalAccount': '123456789012',
      'aws:username': 'jane',
    });
  });

  it.each([
    ['two users called', [callBy('user/jane'), callBy('user/john')]],
    ['a role called too', [callBy('user/jane'), callBy('role/app')]],
    ['the root user called', [callBy('root')]],
    ['nobody is known', [callBy()]],
  ])('knows no name where %s', (_, calls) => {
    expect(findCaller(calls, undefined)).toEqual({ 'aws:PrincipalAccount': '' });
  });
});
