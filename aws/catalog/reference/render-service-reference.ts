import type { ServiceReference } from './service-reference.ts';

/**
 * The two halves of a service's reference, each with its use: `operations` says the action of an operation and its
 * resources, while a program is recorded too; `iam` says all of the actions, with their condition keys, and is far
 * larger where a service has many of these.
 */
export type ReferenceHalf = 'operations' | 'iam';

/**
 * Renders a half of a service's reference as JSON of AWS's own form, so that one parser reads both: without indentation,
 * descriptions and what AWS says for other tools.
 */
export function renderServiceReference(reference: ServiceReference, half: ReferenceHalf): string {
  const isIam = half === 'iam';
  return JSON.stringify({
    Name: reference.prefix,
    Actions: Array.from(reference.actions, ([Name, { level, resourceTypes, conditionKeys }]) => ({
      Name,
      ...(isIam && conditionKeys.length > 0 && { ActionConditionKeys: conditionKeys }),
      ...annotationsOf(level),
      ...(resourceTypes.length > 0 && { Resources: resourceTypes.map(toNamed) }),
    })),
    Resources: Array.from(reference.resourceTypes, ([Name, { arnFormats, conditionKeys }]) => ({
      Name,
      ARNFormats: arnFormats,
      ...(isIam && conditionKeys.length > 0 && { ConditionKeys: conditionKeys }),
    })),
    ...(isIam
      ? { ConditionKeys: renderKeys(reference) }
      : { Operations: renderOperations(reference) }),
  });
}

function renderKeys({ conditionKeys }: ServiceReference): readonly object[] {
  return Array.from(conditionKeys, ([Name, type]) => ({ Name, Types: [type] }));
}

function renderOperations({ operations }: ServiceReference): readonly object[] {
  return operations.map(({ name, sdkNames, actions }) => ({
    Name: name,
    ...(sdkNames.length > 0 && { SDK: sdkNames.map(toNamed) }),
    ...(actions.length > 0 && {
      AuthorizedActions: actions.map((action) => ({
        Name: action.name,
        Service: action.service,
        ...(action.hasContext && { Context: {} }),
      })),
    }),
  }));
}

function toNamed(Name: string): object {
  return { Name };
}

// What is not annotated is read as `Write`, which most actions are.
function annotationsOf(level: string): object {
  if (level === 'Write') return {};
  const property = properties[level];
  return { Annotations: { Properties: property === undefined ? {} : { [property]: true } } };
}

const properties: Readonly<Record<string, string>> = {
  'Permissions management': 'IsPermissionManagement',
  Tagging: 'IsTaggingOnly',
  List: 'IsList',
};
