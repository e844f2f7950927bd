import type { ApiCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { type Denial, isBlocked } from '../../aws/denial.ts';
import type { Permission } from '../permission.ts';
import { findKnownAction, type KnownAction } from '../reference/known-action.ts';
import { fitsAction } from '../reference/resource-shape.ts';
import { ownDenials } from './own-denials.ts';
import { keepResources, permissionOn, takeResource } from './take-resource.ts';
import { writeValue } from './write-value.ts';

/**
 * Returns what a call needs once what AWS said of its denial is taken in. An action and a resource that AWS named for
 * want of an Allow are taken over the catalog's. What something other than the caller's own policies said no to, or an
 * explicit deny, is answered with no Allow at all: for a call that was denied as a whole nothing is left, of one whose
 * entries were denied only these go.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
export function answerDenials(
  call: ApiCall,
  asked: readonly Permission[],
  catalog: CatalogSource,
): readonly Permission[] {
  const denials = ownDenials(call);
  const isWhole = call.status === null || call.status >= 400;
  if (isWhole && denials.some(isBlocked)) return [];
  return denials.reduce<readonly Permission[]>(
    (permissions, denial) =>
      isBlocked(denial)
        ? withoutBlocked(permissions, denial)
        : withNamed(permissions, denial, { call, asked, catalog }),
    asked,
  );
}

function withoutBlocked(
  permissions: readonly Permission[],
  { action, resources }: Denial,
): readonly Permission[] {
  const blocked = new Set(resources.map((resource) => writeValue(resource).text));
  return permissions.flatMap((permission) => {
    if (permission.action.toLowerCase() !== action?.toLowerCase()) return permission;
    const left = permission.resources.filter((resource) => !blocked.has(resource));
    return left.length === 0 ? [] : keepResources(permission, left);
  });
}

interface Asked {
  readonly call: ApiCall;
  /** What the catalog says that the call needs. */
  readonly asked: readonly Permission[];
  readonly catalog: CatalogSource;
}

function withNamed(
  permissions: readonly Permission[],
  denial: Denial,
  { call, asked, catalog }: Asked,
): readonly Permission[] {
  const known = denial.action === null ? undefined : findKnownAction(denial.action, catalog);
  if (known === undefined) return permissions;
  const named = denial.resources.filter((resource) => isExact(resource, known, call));
  const because = `AWS denied ${call.service} ${call.operation} for want of ${known.name}`;
  const taken = named.reduce(
    (so, resource) => takeResource(so, resource, known, because),
    permissions,
  );
  const isAsked = asked.some(({ action }) => action === known.name);
  if (isAsked || named.length > 0 || known.entry.resourceTypes !== undefined) return taken;
  // What AWS checks on no resource can be allowed on `*` alone; of any other action the text must name the resource.
  return [...taken, permissionOn('*', known.name, because)];
}

// A text from outside never widens: it must name one resource, of a type that AWS checks the action on, where the call
// was made.
function isExact(resource: string, known: KnownAction, { partition }: ApiCall): boolean {
  return (
    !/[*?]/.test(resource) &&
    parseArn(resource)?.partition === partition &&
    fitsAction(resource, known)
  );
}
