import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize, authorizeHidden } from '../../../iam/authorize/authorize.ts';
import { completeProfileRoles } from '../../../iam/authorize/complete-profile-roles.ts';
import { completeTemplateProfiles } from '../../../iam/authorize/complete-template-profiles.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();

type Parameters = Readonly<Record<string, ParameterValue>>;

const roleInProfile = (profile: string, role: string) =>
  apiCall('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: profile, RoleName: role });
const makeTemplate = (parameters: Parameters) =>
  apiCall('ec2', 'CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    'answer.launchTemplate.launchTemplateId': 'lt-1',
    ...parameters,
  });
const makeVersion = (version: string, parameters: Parameters) =>
  apiCall('ec2', 'CreateLaunchTemplateVersion', {
    LaunchTemplateName: 'web',
    'answer.launchTemplateVersion.versionNumber': version,
    ...parameters,
  });
const profile = (name: string) => ({ 'LaunchTemplateData.IamInstanceProfile.Name': name });
const launch = (parameters: Parameters) =>
  apiCall('ec2', 'RunInstances', {
    'LaunchTemplate.LaunchTemplateName': 'web',
    ...parameters,
  });

const roles = [roleInProfile('p1', 'r1'), roleInProfile('p2', 'r2')];

/** The roles that the last call hands over. */
function passedBy(
  calls: readonly ApiCall[],
  find: typeof authorize = authorize,
): readonly string[] {
  const last = completeProfileRoles(completeTemplateProfiles([...roles, ...calls])).at(-1);
  if (last === undefined) throw new Error('no call');
  return find(last, catalog)
    .filter(({ action }) => action === 'iam:PassRole')
    .flatMap(({ resources, conditions }) => {
      expect(conditions).toEqual({
        StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] },
      });
      return resources;
    });
}

const r1 = 'arn:aws:iam::123456789012:role/r1';
const r2 = 'arn:aws:iam::123456789012:role/r2';

describe('the instance profile in a launch template that a call names', () => {
  const spot = 'SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification';
  it.each([
    ['an instance', launch({})],
    [
      'an instance by its id',
      apiCall('ec2', 'RunInstances', { 'LaunchTemplate.LaunchTemplateId': 'lt-1' }),
    ],
    [
      'a fleet',
      apiCall('ec2', 'CreateFleet', {
        'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName': ['web'],
      }),
    ],
    [
      'another fleet',
      apiCall('ec2', 'ModifyFleet', {
        'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId': ['lt-1'],
      }),
    ],
    [
      'a spot fleet',
      apiCall('ec2', 'RequestSpotFleet', { [`${spot}.LaunchTemplateId`]: ['lt-1'] }),
    ],
    [
      'a group',
      apiCall('auto-scaling', 'CreateAutoScalingGroup', {
        'LaunchTemplate.LaunchTemplateName': 'web',
      }),
    ],
    [
      'a group of several types',
      apiCall('auto-scaling', 'UpdateAutoScalingGroup', {
        'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName': 'web',
      }),
    ],
    [
      'the refresh of a group',
      apiCall('auto-scaling', 'StartInstanceRefresh', {
        'DesiredConfiguration.LaunchTemplate.LaunchTemplateName': 'web',
      }),
    ],
  ])('is handed over with its role by the launch of %s', (_what, launched) => {
    expect(passedBy([makeTemplate(profile('p1')), launched])).toEqual([r1]);
    expect(passedBy([makeTemplate({}), launched])).toEqual([]);
  });

  it('stands for any role where no call put one into it', () => {
    expect(passedBy([makeTemplate(profile('p3')), launch({})])).toEqual([
      'arn:aws:iam::123456789012:role/*',
    ]);
  });

  it('is not handed over where the request names another', () => {
    const named = launch({ 'IamInstanceProfile.Name': 'p2' });
    expect(passedBy([makeTemplate(profile('p1')), named])).toEqual([r2]);
  });

  it('is that of the version which the request names', () => {
    const versions = [
      makeTemplate(profile('p1')),
      makeVersion('2', profile('p2')),
      makeVersion('3', {}),
    ];
    const of = (version: Parameters) => passedBy([...versions, launch(version)]);
    expect(of({ 'LaunchTemplate.Version': '1' })).toEqual([r1]);
    expect(of({ 'LaunchTemplate.Version': '2' })).toEqual([r2]);
    expect(of({ 'LaunchTemplate.Version': '3' })).toEqual([]);
    expect(of({ 'LaunchTemplate.Version': '$Latest' })).toEqual([r1, r2]);
  });

  it('is that of the version which its own was made from', () => {
    const versions = [
      makeTemplate(profile('p1')),
      makeVersion('2', { SourceVersion: '1' }),
      makeVersion('3', { SourceVersion: '1', ...profile('p2') }),
      makeVersion('4', { SourceVersion: '$Default' }),
    ];
    const of = (version: string) =>
      passedBy([...versions, launch({ 'LaunchTemplate.Version': version })]);
    expect(of('2')).toEqual([r1]);
    expect(of('3')).toEqual([r2]);
    expect(of('4')).toEqual([r1, r2]);
  });

  it('is found where recordings of several templates of one name say that each stands on the other', () => {
    const versions = [
      makeVersion('2', { SourceVersion: '3' }),
      makeVersion('3', { SourceVersion: '2' }),
      makeTemplate(profile('p1')),
    ];
    expect(passedBy([...versions, launch({ 'LaunchTemplate.Version': '3' })])).toEqual([r1]);
  });

  it('is offered as any role where no call tells of the template', () => {
    const unknown = [launch({ 'LaunchTemplate.LaunchTemplateName': 'other' })];
    expect(passedBy(unknown)).toEqual([]);
    expect(passedBy(unknown, authorizeHidden)).toEqual(['arn:aws:iam::123456789012:role/*']);
    expect(passedBy([makeTemplate({}), launch({})], authorizeHidden)).toEqual([]);
  });

  it.each([
    ['account', { account: '210987654321' }],
    ['region', { region: 'us-east-1' }],
  ])('is not known from another %s', (_what, elsewhere) => {
    expect(passedBy([{ ...makeTemplate(profile('p1')), ...elsewhere }, launch({})])).toEqual([]);
  });
});
