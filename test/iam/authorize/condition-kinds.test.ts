import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import type { GrantEntry } from '../../../aws/catalog/entries.ts';
import { actionsPastKey } from '../../../iam/authorize/actions-past-key.ts';
import { conditionKinds } from '../../../iam/authorize/condition-kinds.ts';
import { actionsWithKey } from '../../../iam/reference/actions-with-key.ts';
import { findKnownAction } from '../../../iam/reference/known-action.ts';

const catalog = openCatalog();
const grants = catalog.index.flatMap(({ service }) =>
  Object.entries(catalog.findService(service)?.operations ?? {}).flatMap(([operation, entry]) =>
    (entry.grants ?? []).map((grant) => ({ name: `${service} ${operation}`, grant })),
  ),
);

const keysOf = (block: GrantEntry['conditions']) =>
  Object.values(block ?? {}).flatMap((keys) => Object.keys(keys));
const kindOf = (key: string) => key.replace(/\{.*\}$/, '*');

describe('the table of condition kinds', () => {
  it('holds every key that a rule writes, with the use that the rules make of it', () => {
    const uses = new Map<string, string>();
    for (const { grant } of grants) {
      for (const key of keysOf(grant.conditions)) uses.set(kindOf(key), 'default');
    }
    for (const { grant } of grants) {
      for (const key of keysOf(grant.offered)) {
        expect(uses.get(kindOf(key))).not.toBe('default');
        uses.set(kindOf(key), 'offered');
      }
    }
    const table = conditionKinds.filter(
      ({ key, use }) => key !== 'aws:RequestedRegion' && use !== 'given',
    );
    expect(table.map(({ key, use }) => [key, use])).toEqual(
      [...uses].sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  });

  it('names no key that AWS does not have for the action', () => {
    const unknown = grants.flatMap(({ name, grant }) => {
      const [prefix = '', action = ''] = grant.action.split(':');
      const known = catalog.findIamService(prefix)?.actions[action]?.conditionKeys ?? [];
      const kinds = known.map((key) => key.replace(/\$\{.*\}$/, '*'));
      const isKnown = (key: string) => kinds.includes(kindOf(key));
      return [...keysOf(grant.conditions), ...keysOf(grant.offered)]
        .filter((key) => !isKnown(key))
        .map((key) => `${name} ${grant.action} ${key}`);
    });
    expect(unknown).toEqual([]);
  });

  it('knows for which actions AWS supplies a key that is given, and which reach the same without', () => {
    const given = conditionKinds.filter(({ use }) => use === 'given').map(({ key }) => key);
    expect(given).toEqual(['dynamodb:LeadingKeys']);
    // Source: Service Authorization Reference, "Actions defined by Amazon DynamoDB".
    expect([...actionsWithKey('dynamodb:LeadingKeys', catalog)]).toEqual(
      ['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem']
        .concat(['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'])
        .concat(['PutItem', 'Query', 'UpdateItem'])
        .map((name) => `dynamodb:${name}`),
    );
    expect(Object.keys(actionsPastKey)).toEqual(given);
    for (const [key, actions] of Object.entries(actionsPastKey)) {
      for (const action of actions) {
        expect(findKnownAction(action, catalog)?.name).toBe(action);
        expect(actionsWithKey(key, catalog).has(action)).toBe(false);
      }
    }
  });
});
