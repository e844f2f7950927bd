import { describe, expect, it } from 'vitest';
import { generatePolicy } from '../../generator/generate-policy.ts';
import { type ArnField, arnFields, narrowScopes } from '../../generator/narrow/narrow-settings.ts';
import type { RunValue } from '../../generator/narrow/run-value.ts';
import { parseUserPattern } from '../../generator/narrow/user-pattern.ts';
import type { Permission } from '../../iam/permission.ts';
import { permission } from '../generator/permission-cases.ts';
import { resourceTypesOfCatalog } from '../generator/narrow/resource-types-of-catalog.ts';
import { asRecord, asText, readScenarios } from './read-scenarios.ts';

/** What was recorded, by action, and what the policy is to grant. */
interface NarrowCase {
  readonly name: string;
  readonly scope: (typeof narrowScopes)[number];
  readonly patterns: readonly string[];
  readonly caller: Readonly<Record<string, string>>;
  readonly any: readonly ArnField[];
  readonly runValues: readonly RunValue[];
  readonly recorded: readonly Permission[];
  readonly policy: Readonly<Record<string, readonly string[]>>;
}

const resourceTypes = resourceTypesOfCatalog();
const cases = readScenarios('narrow', parseCase);

describe('narrowing what was recorded', () => {
  it('has at least 120 cases, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases)('$name', ({ scope, patterns, caller, any, runValues, recorded, policy }) => {
    const { document } = generatePolicy(recorded, {
      scope,
      resourceTypes,
      patterns: patterns.map((text) => parseUserPattern(text, caller)),
      anyFields: any,
      runValues,
    });
    const granted: Record<string, readonly string[]> = {};
    for (const { Action, Resource } of document?.Statement ?? []) {
      for (const action of Action) granted[action] = [...(granted[action] ?? []), ...Resource].sort();
    }
    expect(granted).toEqual(policy);
  });
});

/**
 * `recorded` and `policy` are lists of resources by action. With `action` they are lists for that one action, and `prefix`
 * stands before each of them.
 */
function parseCase(value: unknown, where: string): NarrowCase {
  const one = asRecord(value, where);
  const prefix = one.prefix === undefined ? '' : asText(one.prefix, where);
  const grants = (part: unknown): Record<string, readonly string[]> => {
    const lists = one.action === undefined ? asRecord(part, where) : { [asText(one.action, where)]: part };
    return Object.fromEntries(
      Object.entries(lists).map(([action, list]) => [
        action,
        textsOf(list, where).map((text) => prefix + text),
      ]),
    );
  };
  return {
    name: asText(one.name, where),
    scope: narrowScopes.find((scope) => scope === one.scope) ?? 'pattern',
    patterns: one.patterns === undefined ? [] : textsOf(one.patterns, where),
    caller: Object.fromEntries(
      Object.entries(asRecord(one.caller ?? {}, where)).map(([key, text]) => [key, asText(text, where)]),
    ),
    any: arnFields.filter((field) => Array.isArray(one.any) && one.any.includes(field)),
    runValues: Object.entries(asRecord(one.runValues ?? {}, where)).map(([source, text]) => ({
      source,
      value: asText(text, where),
    })),
    recorded: Object.entries(grants(one.recorded)).map(([action, list]) => permission(action, list)),
    policy: Object.fromEntries(
      Object.entries(grants(one.policy)).map(([action, list]) => [action, [...list].sort()]),
    ),
  };
}

function textsOf(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`${where} holds something else than a list`);
  return value.map((text) => asText(text, where));
}
