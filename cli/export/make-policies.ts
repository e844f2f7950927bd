import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { PolicyTarget } from '../../generator/split/policy-limits.ts';
import type { SessionCall } from '../../sessions/session-call.ts';
import type { SessionStore } from '../../sessions/session-store.ts';
import type { Config, PolicyConfig } from '../config/config-shape.ts';
import { type Settings, settingsOf, withSettings } from '../config/settings.ts';
import { expectPatterns } from '../narrow-options.ts';
import { type PolicyOfCalls, policyOfCalls } from '../policy-of-calls.ts';
import { type ReadCalls, readCalls } from '../read-calls.ts';
import { type IdentityOptions, selectIdentity } from '../select-identity.ts';

/** A policy of the configuration, made of its sessions. */
export interface ConfiguredPolicy {
  readonly name: string;
  readonly config: PolicyConfig;
  readonly calls: readonly SessionCall[];
  /** Returns it as what it is attached as: a SAM template asks for another size than the rest. */
  policyFor(target: PolicyTarget): PolicyOfCalls;
  /** Returns what has been made of it so far. */
  made(): readonly PolicyOfCalls[];
}

/** What policies are made from. */
export interface PolicySources {
  readonly store: SessionStore;
  readonly catalog: CatalogSource;
  /** What the command line asks for. */
  readonly options: Settings & IdentityOptions;
}

/**
 * Reads the sessions of policies, each once, and returns how the policies are made of them.
 * @throws LeastgrantError E_SESSION_NOT_FOUND and what else the store throws, E_USAGE for a pattern that cannot be used,
 * E_INPUT where an identity made none of the calls
 */
export async function makePolicies(
  config: Config,
  policies: readonly (readonly [name: string, PolicyConfig])[],
  { store, catalog, options }: PolicySources,
): Promise<readonly ConfiguredPolicy[]> {
  const sessions = new Map<string, ReadCalls>();
  const made: ConfiguredPolicy[] = [];
  for (const [name, policy] of policies) {
    const settings = withSettings(withSettings(options, settingsOf(policy)), settingsOf(config));
    expectPatterns(settings);
    for (const session of policy.sessions) {
      if (!sessions.has(session)) sessions.set(session, await readCalls(store, session));
    }
    const identity = options.identity ?? policy.identity;
    const recorded = policy.sessions.flatMap((session) => sessions.get(session) ?? []);
    const calls = selectIdentity(
      recorded.flatMap((one) => one.calls),
      { ...(identity !== undefined && { identity }) },
    );
    const runValues = recorded.flatMap((one) => one.runValues);
    const byTarget = new Map<PolicyTarget, PolicyOfCalls>();
    const policyFor = (target: PolicyTarget) => {
      const known =
        byTarget.get(target) ?? policyOfCalls(calls, catalog, { ...settings, runValues, target });
      byTarget.set(target, known);
      return known;
    };
    made.push({ name, config: policy, calls, policyFor, made: () => [...byTarget.values()] });
  }
  return made;
}
