/** A parameter by which an operation hands a role to a service. */
export interface PassedRole {
  /** The parameter's path: the role's ARN or name, or what holds the role. */
  readonly path: string;
  /** Further parameters that say together with `path` what holds the role, as arguments of a transform. */
  readonly arguments?: string;
  /** Parameters that take the place of this one. */
  readonly unless?: readonly string[];
  /** True where the parameter is a document that may name roles among much else. */
  readonly isDocument?: true;
  /** The service principals that may get the role; empty where AWS does not say. */
  readonly to: readonly string[];
  /** What the parameter names instead of the role itself: then nothing in the request says which role it is. */
  readonly heldBy?: string;
}

/** The roles that a service's operations hand over, by operation. */
export type PassedRoles = Readonly<Record<string, readonly PassedRole[]>>;

type Principals = string | readonly string[];

/**
 * Returns the roles of a service's operations. A bare path is a role that `principals` get: one service, or each of
 * several that AWS names for the operation without saying which gets which role.
 */
export function passedTo(
  principals: Principals,
  operations: Readonly<Record<string, readonly (string | PassedRole)[]>>,
): PassedRoles {
  return Object.fromEntries(
    Object.entries(operations).map(([operation, paths]) => [
      operation,
      paths.flatMap((one) => (typeof one === 'string' ? roles(principals, one) : [one])),
    ]),
  );
}

/** Returns the roles in these parameters, as handed to `principals`. */
export function roles(principals: Principals, ...paths: readonly string[]): readonly PassedRole[] {
  const to = typeof principals === 'string' ? [principals] : principals;
  return paths.map((path) => ({ path, to }));
}

/** Returns the roles that the documents in these parameters name. */
export function rolesIn(
  principals: Principals,
  ...paths: readonly string[]
): readonly PassedRole[] {
  return roles(principals, ...paths).map((role) => ({ ...role, isDocument: true }));
}

/** Returns the roles that what these parameters name holds. */
export function heldBy(
  holder: string,
  principals: Principals,
  ...paths: readonly string[]
): readonly PassedRole[] {
  return roles(principals, ...paths).map((role) => ({ ...role, heldBy: holder }));
}

/** What holds a role for instances. */
const instanceProfile = 'instance profile';

/** What names an instance profile, or none. */
const launchTemplate = 'launch template';

/** What holds roles for tasks of ECS. */
export const taskDefinition = 'task definition';

/** How to find the roles in what holds them. */
export interface Holder {
  /** The transform that finds the roles which other calls put into it. */
  readonly roles: string;
  /** The transform that tells whether it holds a role, where it may hold none. */
  readonly isHeld?: string;
  /** The transform that tells whether nothing is known of it. */
  readonly isUnknown?: string;
}

/** How to find roles, by what holds them. */
export const holders: Readonly<Record<string, Holder>> = {
  [instanceProfile]: { roles: 'profileRole' },
  [launchTemplate]: {
    roles: 'templateRole',
    isHeld: 'templateProfile',
    isUnknown: 'unknownTemplate',
  },
  [taskDefinition]: { roles: 'taskRoles' },
};

/**
 * Returns the role of the instance profile in the launch templates that stand in these parameters, unless other
 * parameters name another profile.
 * Source: Amazon EC2 User Guide, "IAM permissions required for Amazon EC2 launch templates"; Amazon EC2 Auto Scaling
 * User Guide, "Permissions validation for ec2:RunInstances and iam:PassRole".
 */
export function templates(
  paths: readonly string[],
  unless: readonly string[] = [],
): readonly PassedRole[] {
  return paths.map((path) => ({
    path,
    arguments: ['LaunchTemplateName', 'LaunchTemplateId', 'Version']
      .map((name) => `${path}.${name}?`)
      .join(', '),
    to: ['ec2.amazonaws.com'],
    heldBy: launchTemplate,
    ...(unless.length > 0 && { unless }),
  }));
}

/**
 * Returns the roles of the instance profiles in these parameters.
 * Source: IAM User Guide, "Using an IAM role to grant permissions to applications running on Amazon EC2 instances".
 */
export function profiles(...paths: readonly string[]): readonly PassedRole[] {
  return heldBy(instanceProfile, 'ec2.amazonaws.com', ...paths);
}

/** Of operations for which AWS names no principal: the permission has no condition, and counts as derived. */
export const unknown: readonly string[] = [];
