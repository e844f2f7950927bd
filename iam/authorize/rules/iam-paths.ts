import type { ApiCall } from '../../../aws/api-call.ts';
import type { Permission } from '../../permission.ts';
import { knownPrefix } from '../complete-iam-paths.ts';

/** Puts the ARNs with paths that other calls tell in the place of those without; see `completeIamPaths`. */
export function adaptIamPaths(
  call: ApiCall,
  permissions: readonly Permission[],
): readonly Permission[] {
  if (!hasKnown(call)) return permissions;
  const complete = (resource: string): string => {
    const arn = call.parameters[knownPrefix + resource];
    return typeof arn === 'string' ? arn : resource;
  };
  return permissions.map((permission) => ({
    ...permission,
    resources: permission.resources.map(complete).sort(),
  }));
}

function hasKnown({ parameters }: ApiCall): boolean {
  for (const path in parameters) if (path.startsWith(knownPrefix)) return true;
  return false;
}
