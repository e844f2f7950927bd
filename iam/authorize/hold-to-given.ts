import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { parsePattern } from '../evaluate/pattern.ts';
import type { Conditions, Permission } from '../permission.ts';
import { actionsWithKey } from '../reference/actions-with-key.ts';
import type { ConditionChoice } from './condition-choice.ts';

/**
 * Returns permissions with conditions on the keys of which the user gave the values, each on the actions whose requests
 * carry the key. Such keys are lists: `ForAllValues:` asks that nothing else is in them, and `Null`, which a request
 * without the key would not meet, that something is.
 * Sources: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control" (the key takes
 * `ForAllValues`); IAM User Guide, "Set operators for multi-valued context keys" (`ForAllValues` beside `Null`).
 */
export function holdToGiven(
  permissions: readonly Permission[],
  { given }: ConditionChoice,
  catalog: CatalogSource,
): readonly Permission[] {
  if (given.size === 0) return permissions;
  return permissions.map((permission) => {
    let { conditions } = permission;
    for (const [key, values] of given) {
      if (!actionsWithKey(key, catalog).has(permission.action)) continue;
      conditions = holdTo(key, values, conditions);
    }
    return conditions === permission.conditions ? permission : { ...permission, conditions };
  });
}

function holdTo(key: string, values: readonly string[], conditions: Conditions): Conditions {
  const operator = `ForAllValues:${values.some(hasWildcard) ? 'StringLike' : 'StringEquals'}`;
  return {
    ...conditions,
    [operator]: { ...conditions[operator], [key]: values },
    Null: { ...conditions.Null, [key]: ['false'] },
  };
}

function hasWildcard(value: string): boolean {
  const parts = parsePattern(value, { hasWildcards: true, hasVariables: true });
  return parts.some(({ kind }) => kind === '*' || kind === '?');
}
