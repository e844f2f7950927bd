import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../iam/evaluate/compile-policy.ts';
import { type AppliedPolicies, evaluate } from '../../../iam/evaluate/evaluate.ts';
import { parsePolicy } from '../../../iam/policy-document/parse-policy.ts';
import { evaluatePolicies } from '../../oracle/evaluate-policy.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';

interface Scenario {
  readonly name: string;
  readonly source: string;
  readonly identity: readonly unknown[];
  readonly boundaries: readonly unknown[];
  readonly scps: readonly (readonly unknown[])[];
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly decision: string;
}

const scenarios = readScenarios('evaluate', parseScenario);

describe('evaluate, by the examples that AWS documents', () => {
  it('has at least 120 of them, each with its source', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(120);
    for (const { source } of scenarios)
      expect(source).toMatch(/^(IAM|AWS Organizations) User Guide, /);
  });

  it.each(scenarios)('$name', (scenario) => {
    const { decision, because } = evaluate(applied(scenario), scenario);
    expect(decision).toBe(scenario.decision);
    expect(because.length).toBeGreaterThan(0);
  });

  it.each(scenarios)('the oracle: $name', (scenario) => {
    const text = (policy: unknown) => JSON.stringify(policy);
    const lowered = Object.entries(scenario.context).map(([key, values]) => [
      key.toLowerCase(),
      values,
    ]);
    const decision = evaluatePolicies(
      {
        identity: scenario.identity.map(text),
        boundaries: scenario.boundaries.map(text),
        scps: scenario.scps.map((level) => level.map(text)),
      },
      { ...scenario, context: Object.fromEntries(lowered) },
    );
    expect(decision).toBe(scenario.decision.replace('implicitly ', ''));
  });
});

function applied({ identity, boundaries, scps }: Scenario): AppliedPolicies {
  const compile = (policy: unknown) => compilePolicy(parsePolicy(policy, 'policy'));
  return {
    identity: identity.map(compile),
    boundaries: boundaries.map(compile),
    scps: scps.map((level) => level.map(compile)),
  };
}

function parseScenario(value: unknown, where: string): Scenario {
  const one = asRecord(value, where);
  const list = (part: unknown): readonly unknown[] => (Array.isArray(part) ? part : []);
  return {
    name: asText(one.name, `${where}.name`),
    source: asText(one.source, `${where}.source`),
    identity: list(one.identity),
    boundaries: list(one.boundaries),
    scps: list(one.scps).map(list),
    action: asText(one.action, `${where}.action`),
    resource: asText(one.resource, `${where}.resource`),
    context: Object.fromEntries(
      Object.entries(asRecord(one.context ?? {}, `${where}.context`)).map(([key, values]) => [
        key,
        list(values).map((text) => asText(text, `${where}.context.${key}`)),
      ]),
    ),
    decision: asText(one.decision, `${where}.decision`),
  };
}
