import type { IamServiceEntry } from '../entries.ts';
import type { ServiceReference } from './service-reference.ts';

const nothing: IamServiceEntry = { actions: {}, resourceTypes: {}, conditionKeys: {} };

/**
 * Returns what IAM knows of a service prefix with the actions, resource types and condition keys that AWS's reference
 * adds. What is known stays as it is. `entry` is undefined for a prefix that the catalog does not know.
 */
export function extendIamService(
  entry: IamServiceEntry = nothing,
  reference: ServiceReference,
): IamServiceEntry {
  return {
    actions: addNew(
      entry.actions,
      reference.actions,
      ({ level, resourceTypes, conditionKeys }) => ({
        level,
        ...(resourceTypes.length > 0 && { resourceTypes }),
        ...(conditionKeys.length > 0 && { conditionKeys }),
      }),
    ),
    resourceTypes: addNew(
      entry.resourceTypes,
      reference.resourceTypes,
      ({ arnFormats, conditionKeys }) => ({
        arn: arnFormats.join(', '),
        ...(conditionKeys.length > 0 && { conditionKeys }),
      }),
    ),
    conditionKeys: addNew(entry.conditionKeys, reference.conditionKeys, (type) => type),
  };
}

function addNew<From, To>(
  known: Readonly<Record<string, To>>,
  found: ReadonlyMap<string, From>,
  convert: (value: From) => To,
): Readonly<Record<string, To>> {
  const names = new Set(Object.keys(known).map((name) => name.toLowerCase()));
  const added = [...found].filter(([name]) => !names.has(name.toLowerCase()));
  if (added.length === 0) return known;
  const all = [
    ...Object.entries(known),
    ...added.map(([name, value]): [string, To] => [name, convert(value)]),
  ];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
