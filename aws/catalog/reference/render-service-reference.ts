import type { ServiceReference } from './service-reference.ts';

/**
 * Renders what is used of a service's reference as JSON of AWS's own form, so that one parser reads both: without
 * indentation, descriptions and what AWS says for other tools.
 */
export function renderServiceReference(reference: ServiceReference): string {
  return JSON.stringify({
    Name: reference.prefix,
    Actions: Array.from(reference.actions, ([Name, { level, resourceTypes, conditionKeys }]) => ({
      Name,
      ...(conditionKeys.length > 0 && { ActionConditionKeys: conditionKeys }),
      Annotations: { Properties: propertiesOf(level) },
      ...(resourceTypes.length > 0 && { Resources: resourceTypes.map(toNamed) }),
    })),
    Resources: Array.from(reference.resourceTypes, ([Name, { arnFormats, conditionKeys }]) => ({
      Name,
      ARNFormats: arnFormats,
      ...(conditionKeys.length > 0 && { ConditionKeys: conditionKeys }),
    })),
    ConditionKeys: Array.from(reference.conditionKeys, ([Name, type]) => ({ Name, Types: [type] })),
    Operations: reference.operations.map(({ name, sdkNames, actions }) => ({
      Name: name,
      ...(sdkNames.length > 0 && { SDK: sdkNames.map(toNamed) }),
      ...(actions.length > 0 && {
        AuthorizedActions: actions.map((action) => ({
          Name: action.name,
          Service: action.service,
          ...(action.hasContext && { Context: {} }),
        })),
      }),
    })),
  });
}

function toNamed(Name: string): object {
  return { Name };
}

function propertiesOf(level: string): object {
  if (level === 'Permissions management') return { IsPermissionManagement: true };
  if (level === 'Tagging') return { IsTaggingOnly: true };
  if (level === 'Write') return { IsWrite: true };
  return level === 'List' ? { IsList: true } : {};
}
