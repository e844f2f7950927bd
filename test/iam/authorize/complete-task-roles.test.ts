import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { completeIamPaths } from '../../../iam/authorize/complete-iam-paths.ts';
import { completeTaskRoles } from '../../../iam/authorize/complete-task-roles.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const revision = (number: number) =>
  `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:${number}`;

/** The roles that the last call hands over. */
function passedBy(...calls: readonly ApiCall[]): readonly string[] {
  const last = completeIamPaths(completeTaskRoles(calls)).at(-1);
  if (last === undefined) throw new Error('no call');
  const passed = authorize(last, catalog).filter(({ action }) => action === 'iam:PassRole');
  return passed.flatMap(({ resources }) => resources);
}

const ecs = (operation: string, parameters: ApiCall['parameters']) =>
  apiCall('ecs', operation, parameters);
const register = (number: number, roles: ApiCall['parameters']) =>
  ecs('RegisterTaskDefinition', {
    family: 'web',
    'answer.taskDefinition.taskDefinitionArn': revision(number),
    ...roles,
  });
const run = (taskDefinition: string) => ecs('RunTask', { taskDefinition });
const first = register(1, { taskRoleArn: role('app'), executionRoleArn: role('team/pull') });
const second = register(2, { taskRoleArn: role('other') });

describe('a task definition that a call runs', () => {
  it.each([
    ['its family', 'web'],
    ['its family and revision', 'web:1'],
    ['its ARN', revision(1)],
    ['its ARN without a revision', revision(1).replace(/:1$/, '')],
  ])('stands for the roles that it was registered with, by %s', (_name, named) => {
    expect(passedBy(first, run(named))).toEqual([role('app'), role('team/pull')]);
    expect(passedBy(first, ecs('StartTask', { taskDefinition: named }))).toHaveLength(2);
  });

  it('stands for the roles of its own revision', () => {
    expect(passedBy(first, second, run('web:2'))).toEqual([role('other')]);
    expect(passedBy(second, first, run(revision(1)))).toContain(role('app'));
  });

  it('stands for a role by its bare name with the path that it was made at', () => {
    const made = apiCall('iam', 'CreateRole', { Path: '/shop/', RoleName: 'app' });
    const named = register(3, { taskRoleArn: 'app' });
    expect(passedBy(made, named, run('web'))).toEqual([role('shop/app')]);
  });

  it.each([
    ['nothing was registered', [], 'web'],
    ['another family was', [first], 'worker'],
    ['another revision was', [first], 'web:7'],
    ['its revisions got different roles', [first, second], 'web'],
    ['it was registered without roles', [register(4, {})], 'web:4'],
    ['it was to be registered and was not', [{ ...first, outcome: 'denied' as const }], 'web'],
    ['it belongs to another account', [{ ...first, account: '210987654321' }], 'web'],
    ['it belongs to another region', [{ ...first, region: 'eu-west-2' }], 'web'],
  ])('stands for any role where %s', (_name, others, named) => {
    expect(passedBy(...others, run(named))).toEqual([role('*')]);
  });
});
