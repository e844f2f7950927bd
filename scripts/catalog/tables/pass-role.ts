import type { PassedRoles } from './pass-role/passed-role.ts';
import { passedTo } from './pass-role/passed-role.ts';

/**
 * The operations that hand a role to a service, by service id: each needs `iam:PassRole` for the role.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference, which names the
 * operation, `iam:PassRole` and the values of `iam:PassedToService`; the parameter's description in the service's API
 * reference.
 */
export const passRole: Readonly<Record<string, PassedRoles>> = {
  lambda: passedTo('lambda.amazonaws.com', {
    CreateCapacityProvider: 'PermissionsConfig.CapacityProviderOperatorRoleArn',
    CreateFunction: 'Role',
    UpdateFunctionConfiguration: 'Role',
  }),
  scheduler: passedTo('scheduler.amazonaws.com', {
    CreateSchedule: 'Target.RoleArn',
    UpdateSchedule: 'Target.RoleArn',
  }),
};
