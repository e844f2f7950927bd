import type {
  IamActionEntry,
  IamResourceTypeEntry,
  IamServiceEntry,
} from '../../aws/catalog/entries.ts';
import type { IamAction, IamService, ResourceTypeFacts } from './sources/iam-data.ts';

/** Returns what the catalog says of one IAM service prefix: its actions, resource types and condition keys, sorted. */
export function buildIamService(service: IamService): IamServiceEntry {
  const spelled = new Map(
    [...service.resourceTypeFacts].map(([key, { name }]) => [key.toLowerCase(), name]),
  );
  const actions = [...service.actions.values()].map((action): [string, IamActionEntry] => [
    action.name,
    buildAction(action, spelled),
  ]);
  const types = [...service.resourceTypes].map(([key, arn]): [string, IamResourceTypeEntry] => {
    const { name, conditionKeys } = service.resourceTypeFacts.get(key) ?? nothing(key);
    return [name, { arn, ...(conditionKeys.length > 0 && { conditionKeys }) }];
  });
  return {
    actions: sorted(actions),
    resourceTypes: sorted(types),
    conditionKeys: sorted([...service.conditionKeys]),
  };
}

/** Renders it as JSON with one action, type and key a line: small to load, readable in a diff. */
export function renderIamService(entry: IamServiceEntry): string {
  const parts = Object.entries(entry).map(
    ([name, record]) => `${JSON.stringify(name)}:${renderLines(record)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function buildAction(
  { accessLevel, resourceTypes, conditionKeys }: IamAction,
  spelled: ReadonlyMap<string, string>,
): IamActionEntry {
  // The source names a type in several cases.
  const names = resourceTypes.map(({ name }) => spelled.get(name.toLowerCase()) ?? name);
  const types = [...new Set(names)].sort();
  return {
    level: accessLevel,
    ...(types.length > 0 && { resourceTypes: types }),
    ...(conditionKeys.length > 0 && { conditionKeys }),
  };
}

function nothing(name: string): ResourceTypeFacts {
  return { name, conditionKeys: [] };
}

function renderLines(record: object): string {
  const lines = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}

function sorted<Value>(
  entries: readonly (readonly [string, Value])[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
