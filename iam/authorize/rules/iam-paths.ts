import type { ApiCall } from '../../../aws/api-call.ts';
import type { Permission } from '../../permission.ts';
import { knownPrefix } from '../complete-iam-paths.ts';

/** Puts the ARNs with paths that other calls tell in the place of those without; see `completeIamPaths`. */
export function adaptIamPaths(
  call: ApiCall,
  permissions: readonly Permission[],
): readonly Permission[] {
  const known = Object.keys(call.parameters).some((path) => path.startsWith(knownPrefix));
  if (!known) return permissions;
  const complete = (resource: string): string => {
    const arn = call.parameters[knownPrefix + resource];
    return typeof arn === 'string' ? arn : resource;
  };
  return permissions.map((permission) => ({
    ...permission,
    resources: permission.resources.map(complete).sort(),
  }));
}
