import { compileResource } from '../evaluate/arn-matcher.ts';
import { toRequestContext } from '../evaluate/request-context.ts';
import type { Permission } from '../permission.ts';
import type { KnownAction } from '../reference/known-action.ts';
import { matchesTemplate, parseArnTemplate } from './arn-template.ts';
import { writeValue } from './write-value.ts';

/**
 * Takes a resource that AWS named for an action into a call's permissions: in place of a pattern that covers it, or of
 * the only resource of the same type; else as a permission beside the others.
 */
export function takeResource(
  permissions: readonly Permission[],
  resource: string,
  known: KnownAction,
  because: string,
): readonly Permission[] {
  const written = writeValue(resource).text;
  const before = permissions
    .filter(({ action }) => action === known.name)
    .flatMap(({ resources }) => resources);
  const replaced = replacedBy(resource, before, known);
  if (replaced.length === 0) return [...permissions, permissionOn(written, known.name, because)];
  return permissions.map((permission) => {
    const { action, resources } = permission;
    if (action !== known.name || !resources.some((one) => replaced.includes(one)))
      return permission;
    const kept = resources.filter((one) => !replaced.includes(one));
    return {
      ...keepResources(permission, [...new Set([...kept, written])]),
      because: `${permission.because}; ${because}`,
      confidence: 'documented',
    };
  });
}

/** Returns a permission for one resource that AWS named. */
export function permissionOn(resource: string, action: string, because: string): Permission {
  return {
    action,
    resources: [resource],
    conditions: {},
    because,
    confidence: 'documented',
    wildcards:
      resource === '*'
        ? [{ resource, reason: 'AWS checks this action on no particular resource' }]
        : [],
  };
}

/** Returns a permission on these resources alone, with the reasons of the wildcards that are left. */
export function keepResources(permission: Permission, resources: readonly string[]): Permission {
  return {
    ...permission,
    resources: [...resources].sort(),
    wildcards: permission.wildcards.filter(({ resource }) => resources.includes(resource)),
  };
}

function replacedBy(
  resource: string,
  before: readonly string[],
  known: KnownAction,
): readonly string[] {
  const written = writeValue(resource).text;
  if (before.includes(written)) return [written];
  const covering = before.filter((one) => covers(one, resource));
  if (covering.length > 0) return covering;
  const type = typeOf(resource, known);
  const alike = new Set(before.filter((one) => typeOf(one, known) === type));
  return alike.size === 1 ? [...alike] : [];
}

function covers(pattern: string, resource: string): boolean {
  return compileResource(pattern, { hasWildcards: true, hasVariables: true }).matches(
    resource,
    toRequestContext({}),
  );
}

/** The template with the most literal text of those that an ARN has the form of; undefined where it has none's. */
function typeOf(resource: string, { entry, service }: KnownAction): string | undefined {
  return (entry.resourceTypes ?? [])
    .flatMap((type) => service.resourceTypes[type]?.arn ?? [])
    .filter((template) => matchesTemplate(resource, parseArnTemplate(template)))
    .sort((a, b) => literalLength(b) - literalLength(a))[0];
}

function literalLength(template: string): number {
  return template.replaceAll(/\$\{\w+\}/g, '').length;
}
