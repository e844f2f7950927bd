/** A parameter by which an operation hands a role to a service. */
export interface PassedRole {
  /** The parameter's path: the role's ARN or name, or an instance profile. */
  readonly path: string;
  /** The service principals that may get the role; empty where AWS does not say. */
  readonly to: readonly string[];
  readonly isInstanceProfile: boolean;
}

/** The roles that a service's operations hand over, by operation. */
export type PassedRoles = Readonly<Record<string, readonly PassedRole[]>>;

/** A parameter path, or the roles that it and others hand to a principal of their own. */
export type RolePaths = string | readonly (string | readonly PassedRole[])[];

/**
 * Returns the roles of operations that hand them to `principal`. An operation's paths stand in one text, separated by
 * spaces, or in a list where some of its roles go elsewhere.
 */
export function passedTo(
  principal: string | readonly string[],
  operations: Readonly<Record<string, RolePaths>>,
): PassedRoles {
  return Object.fromEntries(
    Object.entries(operations).map(([operation, paths]) => [
      operation,
      (typeof paths === 'string' ? [paths] : paths).flatMap((one) =>
        typeof one === 'string' ? roles(principal, one) : one,
      ),
    ]),
  );
}

/** Returns the roles in these parameters, separated by spaces, as handed to `principal`. */
export function roles(principal: string | readonly string[], paths: string): readonly PassedRole[] {
  const to = typeof principal === 'string' ? [principal] : principal;
  return paths.split(' ').map((path) => ({ path, to, isInstanceProfile: false }));
}

/**
 * Returns the instance profiles in these parameters, separated by spaces. Their roles go to EC2.
 * Source: IAM User Guide, "Using an IAM role to grant permissions to applications running on Amazon EC2 instances".
 */
export function profiles(paths: string): readonly PassedRole[] {
  return paths
    .split(' ')
    .map((path) => ({ path, to: ['ec2.amazonaws.com'], isInstanceProfile: true }));
}

/** Of services whose page names no principal: the permission is derived from the parameter alone. */
export const unknown: readonly string[] = [];
