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
import { scenarioCalls } from '../scenarios/scenario-calls.ts';
import { resourceTypesOfCatalog } from './narrow/resource-types-of-catalog.ts';

const catalog = openCatalog();
const calls = scenarioCalls();
const resourceTypes = resourceTypesOfCatalog();

/** What the policy with some kinds of conditions denies of what the calls need, each with all that its request holds. */
function deniedWith(kinds: string, scope: 'exact' | 'pattern', some = calls) {
  const isChosen = parseConditionKinds(kinds);
  const permissions = some.flatMap((call) => authorize(call, catalog, isChosen));
  const { document } = generatePolicy(permissions, { scope, resourceTypes });
  const policies = document === null ? [] : [compilePolicy(parsePolicy(document, 'p'), 'p')];
  const needs = createNeeds<string>();
  for (const call of some) {
    for (const permission of authorize(call, catalog, everyCondition)) {
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
    const keys = conditionKinds.map(({ key }) => key);
    const someCalls = fc.subarray([...calls], { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(someCalls, fc.subarray(keys, { minLength: 1 }), (some, chosen) => {
        expect(deniedWith(chosen.join(','), 'pattern', some)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('each held to its own request, where one has what another lacks', () => {
    const listing = calls.filter(({ operation }) => operation.startsWith('ListObject'));
    expect(listing.length).toBeGreaterThan(3);
    expect(deniedWith('all', 'exact', listing)).toEqual([]);
  });
});
