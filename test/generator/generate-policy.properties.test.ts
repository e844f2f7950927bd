import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePolicy } from '../../generator/generate-policy.ts';
import { renderJson } from '../../generator/render/json.ts';
import type { Permission } from '../../iam/permission.ts';
import type { PolicyDocument, PolicyStatement } from '../../iam/policy.ts';
import { evaluatePolicy, type OracleRequest } from '../oracle/evaluate-policy.ts';
import { anyPermissions, everyRequest, plainPermissions, requestsFor } from './permission-cases.ts';

describe('a generated policy', () => {
  it('allows what the permissions allow, one by one, and denies all else', () => {
    fc.assert(
      fc.property(anyPermissions, requests, fc.nat(6), (permissions, others, offset) => {
        const related = requestsFor(permissions).filter((_, at) => at % 7 === offset);
        const policy = policyOf(permissions);
        const oneByOne = statementEach(permissions);
        for (const request of [...related, ...others]) {
          expect(evaluatePolicy(policy, request)).toBe(evaluatePolicy(oneByOne, request));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has no statement, no action and no resource that could be left out', () => {
    fc.assert(
      fc.property(plainPermissions, (permissions) => {
        const { document } = generatePolicy(permissions);
        if (document === null) return;
        const allowed = allowedBy(document, requestsFor(permissions));
        for (const smaller of everySmaller(document)) {
          const policy = JSON.stringify(smaller);
          const isNeeded = allowed.some((asked) => evaluatePolicy(policy, asked) === 'denied');
          expect(isNeeded, policy).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same, byte by byte, whatever the order and the repetitions of the permissions', () => {
    fc.assert(
      fc.property(anyPermissions.chain(reordered), ([permissions, again]) => {
        expect(policyOf(again)).toBe(policyOf(permissions));
        expect(generatePolicy(again).explanations).toEqual(
          generatePolicy(permissions).explanations,
        );
      }),
    );
  });

  it('keeps every statement, to the byte, that one more call has nothing to do with', () => {
    fc.assert(
      fc.property(anyPermissions, anyPermissions, (permissions, others) => {
        const [further] = others;
        if (further === undefined) return;
        const after = generatePolicy([...permissions, further]).document?.Statement ?? [];
        const written = new Set(after.map((statement) => JSON.stringify(statement)));
        const related = relatedActions(further, permissions);
        for (const statement of generatePolicy(permissions).document?.Statement ?? []) {
          if (statement.Action.some((action) => related.has(action))) continue;
          expect(written).toContain(JSON.stringify(statement));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is its own smallest policy', () => {
    fc.assert(
      fc.property(anyPermissions, (permissions) => {
        const { document } = generatePolicy(permissions);
        expect(policyOf((document?.Statement ?? []).flatMap(permissionsOf))).toBe(
          renderJson(document),
        );
      }),
    );
  });

  it('has distinct Sids of letters and digits, and sorted lists without duplicates', () => {
    fc.assert(
      fc.property(anyPermissions, (permissions) => {
        const { document, explanations } = generatePolicy(permissions);
        const statements = document?.Statement ?? [];
        const sids = statements.map(({ Sid }) => Sid);
        expect(sids).toEqual(explanations.map(({ sid }) => sid));
        for (const list of [sids, ...statements.flatMap((s) => [s.Action, s.Resource])]) {
          expect(list).toEqual([...new Set(list)].sort());
        }
        for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
      }),
    );
  });

  it('gives a reason for each action and for each wildcard', () => {
    fc.assert(
      fc.property(anyPermissions, (permissions) => {
        const { document, explanations } = generatePolicy(permissions);
        for (const [at, { Action, Resource }] of (document?.Statement ?? []).entries()) {
          const explained = explanations[at];
          expect([...new Set(explained?.reasons.map(({ action }) => action))]).toEqual(Action);
          expect([...new Set(explained?.wildcards.map(({ resource }) => resource))]).toEqual(
            Resource.filter((resource) => /[*?]/.test(resource.replaceAll(/\$\{.\}/g, ''))),
          );
        }
      }),
    );
  });
});

const requests = fc.array(fc.constantFrom(...everyRequest), { minLength: 20, maxLength: 20 });

function policyOf(permissions: readonly Permission[]): string {
  return renderJson(generatePolicy(permissions).document);
}

/** The plainest policy of all: a statement for each permission. */
function statementEach(permissions: readonly Permission[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: permissions.map(({ action, resources, conditions }) => ({
      Effect: 'Allow',
      Action: action,
      Resource: resources,
      Condition: conditions,
    })),
  });
}

function allowedBy(document: PolicyDocument, asked: readonly OracleRequest[]) {
  const policy = JSON.stringify(document);
  return asked.filter((request) => evaluatePolicy(policy, request) === 'allowed');
}

/** The policies that lack one statement, one action or one resource. */
function everySmaller(document: PolicyDocument): readonly PolicyDocument[] {
  return document.Statement.flatMap((statement, at) =>
    [
      ...statement.Action.map((action) => ({
        ...statement,
        Action: statement.Action.filter((other) => other !== action),
      })),
      ...statement.Resource.map((resource) => ({
        ...statement,
        Resource: statement.Resource.filter((other) => other !== resource),
      })),
    ].map((smaller) => ({ ...document, Statement: document.Statement.with(at, smaller) })),
  );
}

function reordered(permissions: readonly Permission[]) {
  const twice = fc.shuffledSubarray([...permissions, ...permissions], {
    minLength: permissions.length * 2,
  });
  return fc.tuple(fc.constant(permissions), twice);
}

/** The actions that share resources with a permission, with those that share resources with it, and so on. */
function relatedActions(
  { action, resources }: Permission,
  permissions: readonly Permission[],
): ReadonlySet<string> {
  // `**` is written as `*`, which it means.
  const written = (list: readonly string[]) => list.map((one) => one.replaceAll('**', '*'));
  const actions = new Set([action]);
  const shared = new Set(written(resources));
  for (let size = 0; size < actions.size + shared.size; ) {
    size = actions.size + shared.size;
    for (const one of permissions) {
      const own = written(one.resources);
      if (!actions.has(one.action) && !own.some((resource) => shared.has(resource))) continue;
      actions.add(one.action);
      for (const resource of own) shared.add(resource);
    }
  }
  return actions;
}

function permissionsOf(statement: PolicyStatement): readonly Permission[] {
  return statement.Action.map((action) => ({
    action,
    resources: statement.Resource,
    conditions: statement.Condition ?? {},
    because: 'it stands in the policy',
    confidence: 'documented',
    wildcards: [],
  }));
}
