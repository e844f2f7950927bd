import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { completeIamPaths } from '../../../iam/authorize/complete-iam-paths.ts';
import { completeProfileRoles } from '../../../iam/authorize/complete-profile-roles.ts';

const catalog = openCatalog();

const call = (
  service: string,
  operation: string,
  parameters: Readonly<Record<string, ParameterValue>>,
): ApiCall => ({
  service,
  operation,
  region: 'eu-west-1',
  partition: 'aws',
  account: '123456789012',
  identity: 'AKIA…ONE1',
  parameters,
  client: null,
  outcome: 'allowed',
  status: 200,
  errorCode: null,
});

/** The roles that the last call hands over. */
function passedBy(...calls: readonly ApiCall[]): readonly string[] {
  const last = completeIamPaths(completeProfileRoles(calls)).at(-1);
  if (last === undefined) throw new Error('no call');
  const passed = authorize(last, catalog).filter(({ action }) => action === 'iam:PassRole');
  return passed.flatMap(({ resources }) => resources);
}

const put = (profile: string, role: string) =>
  call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: profile, RoleName: role });
const start = (profile: Readonly<Record<string, string>>) => call('ec2', 'RunInstances', profile);
const startByName = start({ 'IamInstanceProfile.Name': 'web' });

describe('an instance profile that a call hands over', () => {
  it.each([
    ['its name', startByName],
    [
      'its ARN',
      start({ 'IamInstanceProfile.Arn': 'arn:aws:iam::123456789012:instance-profile/web' }),
    ],
    [
      'its ARN with a path',
      start({ 'IamInstanceProfile.Arn': 'arn:aws:iam::123456789012:instance-profile/a/b/web' }),
    ],
  ])('stands for the role that was put into it, by %s', (_name, started) => {
    expect(passedBy(put('web', 'server'), started)).toEqual([
      'arn:aws:iam::123456789012:role/server',
    ]);
  });

  it('stands for that role with its path', () => {
    const made = call('iam', 'CreateRole', { Path: '/shop/', RoleName: 'server' });
    expect(passedBy(made, put('web', 'server'), startByName)).toEqual([
      'arn:aws:iam::123456789012:role/shop/server',
    ]);
  });

  it.each([
    ['nothing was put into it', []],
    ['something was put into another', [put('worker', 'server')]],
    ['it got one role after the other', [put('web', 'server'), put('web', 'other')]],
    ['it belongs to another account', [{ ...put('web', 'server'), account: '210987654321' }]],
  ])('stands for any role where %s', (_name, others) => {
    expect(passedBy(...others, startByName)).toEqual(['arn:aws:iam::123456789012:role/*']);
  });
});
