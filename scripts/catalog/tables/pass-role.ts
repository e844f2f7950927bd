import type { PassedRoles } from './pass-role/passed-role.ts';
import { passRoleAC } from './pass-role/services-a-c.ts';
import { passRoleDH } from './pass-role/services-d-h.ts';
import { passRoleIM } from './pass-role/services-i-m.ts';
import { passRoleNZ } from './pass-role/services-n-z.ts';

/**
 * The operations that hand a role to a service, by service id: each needs `iam:PassRole` for the role.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference, which lists
 * `iam:PassRole` for the operation, with the values of `iam:PassedToService`; the parameters are the ones that the
 * service's API reference describes as a role that the service assumes. Roles in another account, which the service
 * reaches through one that it has been handed, are none of these.
 */
export const passRole: Readonly<Record<string, PassedRoles>> = {
  ...passRoleAC,
  ...passRoleDH,
  ...passRoleIM,
  ...passRoleNZ,
};
