import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../iam/evaluate/compile-policy.ts';
import { evaluate } from '../../../iam/evaluate/evaluate.ts';
import { isAllowed } from '../../../iam/evaluate/is-allowed.ts';
import { toRequestContext } from '../../../iam/evaluate/request-context.ts';
import { parsePolicy } from '../../../iam/policy-document/parse-policy.ts';
import { evaluatePolicies } from '../../oracle/evaluate-policy.ts';
import { anyPolicy, anyRequest } from './policy-cases.ts';

/** CONTRIBUTING.md says how to ask for more cases. */
const numRuns = Number(process.env.LEASTGRANT_ORACLE_CASES ?? 3000);

const policySets = fc.record({
  identity: fc.array(anyPolicy, { maxLength: 2 }),
  boundaries: fc.array(anyPolicy, { maxLength: 1 }),
  scps: fc.array(fc.array(anyPolicy, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
});

const decisions = {
  allowed: 'allowed',
  'implicitly denied': 'denied',
  'explicitly denied': 'explicitly denied',
} as const;

function compile(value: unknown) {
  return compilePolicy(parsePolicy(value, 'a policy'));
}

describe('evaluate', () => {
  it('decides every request as the naive oracle does, for one policy', { timeout: 900_000 }, () => {
    const cases = fc.tuple(anyPolicy, fc.array(anyRequest, { minLength: 3, maxLength: 3 }));
    fc.assert(
      fc.property(cases, ([policy, requests]) => {
        const compiled = compile(policy);
        const text = JSON.stringify(policy);
        for (const request of requests) {
          const { decision } = evaluate({ identity: [compiled] }, request);
          expect(decisions[decision]).toBe(evaluatePolicies({ identity: [text] }, request));
        }
      }),
      { numRuns: Math.ceil((numRuns * 2) / 9) },
    );
  });

  it('decides as the oracle does under boundaries and SCPs', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(policySets, anyRequest, (sets, request) => {
        const { identity, boundaries, scps } = sets;
        const { decision, because } = evaluate(
          {
            identity: identity.map(compile),
            boundaries: boundaries.map(compile),
            scps: scps.map((level) => level.map(compile)),
          },
          request,
        );
        const texts = {
          identity: identity.map((one) => JSON.stringify(one)),
          boundaries: boundaries.map((one) => JSON.stringify(one)),
          scps: scps.map((level) => level.map((one) => JSON.stringify(one))),
        };
        expect(decisions[decision]).toBe(evaluatePolicies(texts, request));
        expect(because.length).toBeGreaterThan(0);
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('says the same with and without reasons', () => {
    fc.assert(
      fc.property(anyPolicy, anyRequest, (policy, request) => {
        const compiled = compile(policy);
        const context = toRequestContext(request.context);
        const allowed = isAllowed([compiled], request.action, request.resource, context);
        expect(allowed).toBe(evaluate({ identity: [compiled] }, request).decision === 'allowed');
      }),
    );
  });
});
