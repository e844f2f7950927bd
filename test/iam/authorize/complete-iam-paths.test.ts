import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { completeIamPaths } from '../../../iam/authorize/complete-iam-paths.ts';

const catalog = openCatalog();

const call = (
  operation: string,
  parameters: Readonly<Record<string, ParameterValue>>,
  { service = 'iam', account = '123456789012' } = {},
): ApiCall => ({
  service,
  operation,
  region: 'us-east-1',
  partition: 'aws',
  account,
  identity: 'AKIA…ONE1',
  parameters,
  client: null,
  outcome: 'allowed',
  status: 200,
  errorCode: null,
});

/** The resources of the last call's permissions. */
function resourcesOf(...calls: readonly ApiCall[]): readonly string[] {
  const last = completeIamPaths(calls).at(-1);
  if (last === undefined) throw new Error('no call');
  return authorize(last, catalog).flatMap(({ resources }) => resources);
}

const made = call('CreateRole', { Path: '/shop/', RoleName: 'orders' });
const put = call('PutRolePolicy', { RoleName: 'orders' });

describe('an IAM entity that a call names without its path', () => {
  it.each([
    ['made at a path', made],
    [
      'handed over by its ARN',
      call(
        'CreateFunction',
        { Role: 'arn:aws:iam::123456789012:role/shop/orders' },
        { service: 'lambda' },
      ),
    ],
    [
      'answered with its ARN',
      call('GetRole', {
        RoleName: 'orders',
        'answer.Role.Arn': 'arn:aws:iam::123456789012:role/shop/orders',
      }),
    ],
  ])('gets the path of the role that was %s', (_name, other) => {
    expect(resourcesOf(other, put)).toEqual(['arn:aws:iam::123456789012:role/shop/orders']);
  });

  it('gets the path of the user who calls, where the call names none', () => {
    const ann = { ...call('ListAccessKeys', {}), principal: 'arn:aws:iam::123456789012:user/ann' };
    const staff = call('CreateUser', { Path: '/staff/', UserName: 'ann' });
    expect(resourcesOf(staff, ann)).toEqual(['arn:aws:iam::123456789012:user/staff/ann']);
  });

  it('gets it whatever the order of the calls and the case of the name', () => {
    const other = call('CreateRole', { Path: '/shop/', RoleName: 'Orders' });
    const [first] = completeIamPaths([put, other]);
    expect(first && authorize(first, catalog).map(({ resources }) => resources)).toEqual([
      ['arn:aws:iam::123456789012:role/shop/Orders'],
    ]);
  });

  it('gets it beside other entities of the call', () => {
    const profile = call('CreateInstanceProfile', { Path: '/web/', InstanceProfileName: 'web' });
    const add = call('AddRoleToInstanceProfile', {
      InstanceProfileName: 'web',
      RoleName: 'orders',
    });
    expect(resourcesOf(profile, made, add)).toEqual([
      'arn:aws:iam::123456789012:instance-profile/web/web',
      'arn:aws:iam::123456789012:role/shop/orders',
    ]);
  });

  it.each([
    ['has none', call('CreateRole', { Path: '/', RoleName: 'orders' })],
    ['is of another account', { ...made, account: '210987654321' }],
    ['is of another type', call('CreateUser', { Path: '/shop/', UserName: 'orders' })],
    ['has another name', call('CreateRole', { Path: '/shop/', RoleName: 'order' })],
  ])('stays as it is where the other entity %s', (_name, other) => {
    expect(resourcesOf(other, put)).toEqual(['arn:aws:iam::123456789012:role/orders']);
  });
});

describe('GetUser without a name', () => {
  it('is about the user that AWS answered', () => {
    const answered = { 'answer.User.Arn': 'arn:aws:iam::123456789012:user/staff/ada' };
    expect(resourcesOf(call('GetUser', answered))).toEqual([
      'arn:aws:iam::123456789012:user/staff/ada',
    ]);
  });
});
