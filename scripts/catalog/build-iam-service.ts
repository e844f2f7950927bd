import type {
  IamActionEntry,
  IamResourceTypeEntry,
  IamServiceEntry,
} from '../../aws/catalog/entries.ts';
import type { IamAction, IamService } from './sources/iam-data.ts';

/** Returns what the catalog says of one IAM service prefix: its actions, resource types and condition keys, sorted. */
export function buildIamService(service: IamService): IamServiceEntry {
  const actions = [...service.actions.values()].map((action): [string, IamActionEntry] => [
    action.name,
    buildAction(action),
  ]);
  const types = [...service.resourceTypes].map(([name, arn]): [string, IamResourceTypeEntry] => {
    const keys = service.resourceTypeKeys.get(name) ?? [];
    return [name, { arn, ...(keys.length > 0 && { conditionKeys: keys }) }];
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

function buildAction({ accessLevel, resourceTypes, conditionKeys }: IamAction): IamActionEntry {
  const types = [...new Set(resourceTypes.map(({ name }) => name))].sort();
  return {
    level: accessLevel,
    ...(types.length > 0 && { resourceTypes: types }),
    ...(conditionKeys.length > 0 && { conditionKeys }),
  };
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
