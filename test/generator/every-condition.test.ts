import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { generatePolicy } from '../../generator/generate-policy.ts';
import { findNotAllowed } from '../../generator/verify/find-not-allowed.ts';
import { createNeeds } from '../../generator/verify/needs.ts';
import { authorize } from '../../iam/authorize/authorize.ts';
import { everyCondition } from '../../iam/authorize/condition-choice.ts';
import { conditionKinds } from '../../iam/authorize/condition-kinds.ts';
import { parseConditionKinds } from '../../iam/authorize/parse-condition-kinds.ts';
import { compilePolicy } from '../../iam/evaluate/compile-policy.ts';
import { parsePolicy } from '../../iam/policy-document/parse-policy.ts';
import { evaluatePolicy } from '../oracle/evaluate-policy.ts';
import { parseScenarioCall, scenarioCalls } from '../scenarios/scenario-calls.ts';
import { resourceTypesOfCatalog } from './narrow/resource-types-of-catalog.ts';

const catalog = openCatalog();
const calls = scenarioCalls();
const resourceTypes = resourceTypesOfCatalog();

/** What the policy with some kinds of conditions denies of what the calls need, each with all that its request holds. */
function deniedWith(kinds: string, scope: 'exact' | 'pattern', some = calls) {
  const choice = parseConditionKinds(kinds);
  const permissions = some.flatMap((call) => authorize(call, catalog, choice));
  const { document } = generatePolicy(permissions, { scope, resourceTypes });
  const policies = document === null ? [] : [compilePolicy(parsePolicy(document, 'p'), 'p')];
  const needs = createNeeds<string>();
  const inFull = { ...everyCondition, given: choice.given };
  for (const call of some) {
    for (const permission of authorize(call, catalog, inFull)) {
      needs.add(permission, `${call.service} ${call.operation}`);
    }
  }
  return [...needs].flatMap((need) => findNotAllowed(policies, need, new Map()) ?? []);
}

describe('a policy with conditions allows every recorded call', () => {
  it.each(['all', 'none', 'default'])(
    'with %s',
    (kinds) => {
      expect(deniedWith(kinds, 'exact')).toEqual([]);
      expect(deniedWith(kinds, 'pattern')).toEqual([]);
    },
    60_000,
  );

  it('with any of them, of any of the calls', () => {
    const keys = conditionKinds.map(({ key, use }) =>
      use === 'given' ? `${key}=\${aws:PrincipalTag/t}#*|\${aws:userid}` : key,
    );
    const someCalls = fc.subarray([...calls], { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(someCalls, fc.subarray(keys, { minLength: 1 }), (some, chosen) => {
        expect(deniedWith(chosen.join(','), 'pattern', some)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('with values that are given', () => {
    expect(deniedWith('all,+dynamodb:LeadingKeys=${aws:PrincipalTag/t}#*|a', 'pattern')).toEqual(
      [],
    );
  });

  it('each held to its own request, where one has what another lacks', () => {
    const listing = calls.filter(({ operation }) => operation.startsWith('ListObject'));
    expect(listing.length).toBeGreaterThan(3);
    expect(deniedWith('all', 'exact', listing)).toEqual([]);
  });
});

describe('a policy with given partition keys', () => {
  const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/t';
  const recorded = ['Query', 'BatchGetItem', 'Scan'].map((operation) => ({
    ...parseScenarioCall({ service: 'dynamodb', operation, parameters: {} }, ''),
    parameters: operation === 'BatchGetItem' ? { 'RequestItems{}': ['t'] } : { TableName: 't' },
  }));
  const decide = (values: string, name: string, ...keys: readonly string[]) => {
    const choice = parseConditionKinds(`+dynamodb:LeadingKeys=${values}`);
    const permissions = recorded.flatMap((call) => authorize(call, catalog, choice));
    const { document } = generatePolicy(permissions, { scope: 'exact', resourceTypes });
    const context = {
      'aws:principaltag/tenant': ['blue'],
      ...(keys.length > 0 && { 'dynamodb:leadingkeys': keys }),
    };
    const request = { action: `dynamodb:${name}`, resource: table, context };
    return evaluatePolicy(JSON.stringify(document), request);
  };
  const own = '${aws:PrincipalTag/tenant}';

  it.each<[string, string, readonly string[], string]>([
    [own, 'Query', ['blue'], 'allowed'],
    [own, 'Query', ['red'], 'denied'],
    [own, 'Query', [], 'denied'],
    [own, 'BatchGetItem', ['blue', 'blue'], 'allowed'],
    [own, 'BatchGetItem', ['blue', 'red'], 'denied'],
    [`${own}#*|shared`, 'BatchGetItem', ['blue#1', 'shared'], 'allowed'],
    [`${own}#*|shared`, 'Query', ['red#1'], 'denied'],
    [own, 'Scan', [], 'allowed'],
  ])('%s: %s of %j is %s', (values, name, keys, decision) => {
    expect(decide(values, name, ...keys)).toBe(decision);
  });
});
