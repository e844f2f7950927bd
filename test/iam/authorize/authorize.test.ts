import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize, authorizeHidden } from '../../../iam/authorize/authorize.ts';
import {
  type ConditionChoice,
  defaultConditions,
  everyCondition,
} from '../../../iam/authorize/condition-choice.ts';
import { parseConditionKinds } from '../../../iam/authorize/parse-condition-kinds.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';
import { parseScenarioCall } from '../../scenarios/scenario-calls.ts';

const catalog = openCatalog();

const scenarios = readScenarios('authorize', (value, where) => {
  const row = asRecord(value, where);
  asText(row.source, `${where} source`);
  return {
    name: asText(row.name, `${where} name`),
    call: parseScenarioCall(asRecord(row.call, where), where),
    expected: asRecord(row.permissions, where),
    conditions: row.conditions === undefined ? {} : asRecord(row.conditions, where),
    offered: row.offered === undefined ? {} : asRecord(row.offered, where),
    offersNoMore: row.offersNoMore === true,
    given: row.given === undefined ? undefined : asText(row.given, `${where} given`),
    held: asRecord(row.held ?? {}, where),
    hidden: row.hidden === undefined ? undefined : asRecord(row.hidden, where),
    hiddenConditions: asRecord(row.hiddenConditions ?? {}, where),
  };
});

describe('permissions of a call', () => {
  it.each(scenarios)('$name', ({ call, expected }) => {
    const permissions = authorize(call, catalog);
    expect(mergeByAction(permissions)).toEqual(expected);
  });

  it.each(scenarios)('has the conditions of its actions, and no others: $name', (scenario) => {
    const { call, conditions, offered } = scenario;
    expect(conditionsByAction(authorize(call, catalog))).toEqual(conditions);
    const all = authorize(call, catalog, orOneOf(offeredKeysOf(offered)));
    expect(conditionsByAction(all)).toEqual({ ...conditions, ...offered });
  });

  it.each(scenarios.filter(({ offersNoMore }) => offersNoMore))(
    'offers no more: $name',
    (scenario) => {
      const { call, conditions, offered } = scenario;
      const all = authorize(call, catalog, everyCondition);
      expect(conditionsByAction(all)).toEqual({ ...conditions, ...offered });
      const keys = new Set(authorize(call, catalog).flatMap(({ available = [] }) => available));
      expect(keys).toEqual(offeredKeysOf(offered));
    },
  );

  it.each(scenarios.filter(({ given }) => given !== undefined))(
    'is held to given values: $name',
    ({ call, given = '', held }) => {
      const permissions = authorize(call, catalog, parseConditionKinds(`none,${given}`));
      expect(conditionsByAction(permissions)).toEqual(held);
    },
  );

  it.each(scenarios)('has only parameters that are recorded: $name', ({ call }) => {
    const operation = catalog.findService(call.service)?.operations[call.operation];
    const recorded = operation?.parameters ?? {};
    for (const [path, value] of Object.entries(call.parameters)) {
      expect(Object.keys(recorded)).toContain(path);
      if (recorded[path]?.startsWith('presence ')) expect(value).toBe('present');
    }
  });

  it.each(scenarios)('explains every wildcard: $name', ({ call }) => {
    for (const { resources, wildcards } of authorize(call, catalog)) {
      const explained = new Set(wildcards.map(({ resource }) => resource));
      const isLiteral = (resource: string) => !/(?<!\$\{)[*?](?!\})/.test(resource);
      expect(resources.filter((one) => !isLiteral(one) && !explained.has(one))).toEqual([]);
    }
  });

  it.each(scenarios.filter(({ hidden }) => hidden !== undefined))('$name', (scenario) => {
    const { call, hidden, hiddenConditions } = scenario;
    const permissions = authorizeHidden(call, catalog);
    expect(mergeByAction(permissions)).toEqual(hidden);
    expect(conditionsByAction(permissions)).toEqual(hiddenConditions);
    expect(permissions.every(({ source, confidence }) => source && confidence === 'assumed')).toBe(
      true,
    );
  });

  it('hides what only a first call needs', () => {
    const call = parseScenarioCall(
      { service: 'auto-scaling', operation: 'CreateAutoScalingGroup', parameters: {} },
      '',
    );
    expect(authorize(call, catalog).map(({ action }) => action)).toEqual([
      'autoscaling:CreateAutoScalingGroup',
    ]);
    expect(authorizeHidden(call, catalog)).toEqual([
      {
        action: 'iam:CreateServiceLinkedRole',
        resources: ['arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/*'],
        conditions: { StringEquals: { 'iam:AWSServiceName': ['autoscaling.amazonaws.com'] } },
        because:
          'auto-scaling CreateAutoScalingGroup: makes the service-linked role of autoscaling.amazonaws.com, the first time in an account',
        confidence: 'assumed',
        source: expect.stringContaining('dependent actions'),
        wildcards: [
          {
            resource: 'arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/*',
            reason: 'the request does not say `ServiceLinkedRoleName`',
          },
        ],
      },
    ]);
  });

  it('hides nothing of a call that makes no role', () => {
    const call = parseScenarioCall({ service: 's3', operation: 'ListBuckets', parameters: {} }, '');
    expect(authorizeHidden(call, catalog)).toEqual([]);
  });

  it('knows nothing of a service that is not in the catalog', () => {
    const call = parseScenarioCall({ service: 'teleport', operation: 'Beam', parameters: {} }, '');
    expect(authorize(call, catalog)).toEqual([]);
  });
});

function mergeByAction(permissions: ReturnType<typeof authorize>): object {
  const merged: Record<string, string[]> = {};
  for (const { action, resources } of permissions) {
    merged[action] = [...new Set([...(merged[action] ?? []), ...resources])].sort();
  }
  return merged;
}

// The block of each action that has one. Grants of one action that differ in it are a list of blocks.
function conditionsByAction(permissions: ReturnType<typeof authorize>): object {
  const blocks = new Map<string, object[]>();
  for (const { action, conditions } of permissions) {
    if (Object.keys(conditions).length === 0) continue;
    const known = blocks.get(action) ?? [];
    const isKnown = known.some((one) => JSON.stringify(one) === JSON.stringify(conditions));
    blocks.set(action, isKnown ? known : [...known, conditions]);
  }
  return Object.fromEntries(
    [...blocks].map(([action, all]) => [action, all.length === 1 ? all[0] : all]),
  );
}

function orOneOf(keys: ReadonlySet<string>): ConditionChoice {
  return {
    ...defaultConditions,
    isWritten: (key, isOffered) => !isOffered || keys.has(key),
  };
}

function offeredKeysOf(offered: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const operators = Object.values(offered).flatMap((block) =>
    Object.values(asRecord(block, 'offered')),
  );
  return new Set(operators.flatMap((keys) => Object.keys(asRecord(keys, 'offered keys'))));
}
