import { describeCallers } from '../describe-callers.ts';
import { describePolicy } from '../describe-policy.ts';
import type { ConfiguredPolicy } from './make-policies.ts';

/** Returns what is to be said of the policies, each under its name. */
export function describePolicies(policies: readonly ConfiguredPolicy[]): readonly string[] {
  return policies.flatMap(({ name, calls, made }) => [
    ...made().flatMap((policy) => {
      const [first = '', ...rest] = describePolicy(policy);
      return [first.replace(/^leastgrant: /, `leastgrant: \`${name}\`: `), ...rest];
    }),
    ...describeCallers(calls),
  ]);
}

/** Returns a line for each rule by which no call of any policy was ignored: it may be mistyped, or not needed any more. */
export function describeUnusedRules(policies: readonly ConfiguredPolicy[]): readonly string[] {
  const ignored = policies.flatMap(({ made }) => made().flatMap((policy) => policy.ignored));
  const used = new Set(ignored.filter(({ calls }) => calls > 0).map(({ rule }) => rule));
  const unused = new Set(ignored.map(({ rule }) => rule).filter((rule) => !used.has(rule)));
  return [...unused].map(({ service, operation, resource, reason }) => {
    const parts = Object.entries({ service, operation, resource })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name} \`${value}\``);
    return `leastgrant: nothing recorded is ignored by ${parts.join(', ')}: ${reason}`;
  });
}
