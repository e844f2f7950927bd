import type { CompiledPolicy, CompiledStatement } from './compile-policy.ts';
import { explainMiss } from './explain-miss.ts';
import { type RequestContext, toRequestContext } from './request-context.ts';
import { statementApplies } from './statement-applies.ts';

/** The policies that decide on a principal's requests. */
export interface AppliedPolicies {
  readonly identity: readonly CompiledPolicy[];
  /** Each of them must allow as well: a permissions boundary, a session policy. */
  readonly boundaries?: readonly CompiledPolicy[];
  /** The service control policies of each level, from the root to the account: each level must allow as well. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
}

/** What a principal asks for. */
export interface EvaluatedRequest {
  /** `s3:GetObject`, in any case. */
  readonly action: string;
  /** An ARN, or `*` where the action takes no resource. */
  readonly resource: string;
  /** The request's condition keys, named in any case. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** How AWS calls a decision. */
export type Decision = 'allowed' | 'implicitly denied' | 'explicitly denied';

/** A part of the reason for a decision. */
export interface DecisionReason {
  /** The policy's name; null where the reason is that no policy of a kind says anything. */
  readonly policy: string | null;
  /** The statement's place, `Statement[2]`; null where none is meant. */
  readonly statement: string | null;
  readonly sid: string | null;
  /** One sentence in lower case. */
  readonly reason: string;
}

/** A decision and what led to it. */
export interface Evaluation {
  readonly decision: Decision;
  /** The statements that decide; where nothing allows, those that are about the action and why they do not apply. */
  readonly because: readonly DecisionReason[];
}

/**
 * Decides a request as AWS does within one account, without resource-based policies: an explicit deny anywhere wins;
 * else each level of SCPs, each boundary and one identity policy must allow.
 * Sources: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access" and
 * "Permissions boundaries for IAM entities"; AWS Organizations User Guide, "SCP evaluation".
 */
export function evaluate(applied: AppliedPolicies, request: EvaluatedRequest): Evaluation {
  const { action, resource } = request;
  const context = toRequestContext(request.context);
  const layers = layersOf(applied);
  const denying = layers.flatMap(({ policies }) =>
    policies.flatMap((policy) =>
      policy
        .statementsFor(action, 'Deny')
        .filter((statement) => statementApplies(statement, resource, context))
        .map((statement) => toReason(policy, statement, 'denies it')),
    ),
  );
  if (denying.length > 0) return { decision: 'explicitly denied', because: denying };
  const allowing: DecisionReason[] = [];
  for (const layer of layers) {
    const found = findAllowing(layer.policies, action, resource, context);
    if (found === undefined)
      return { decision: 'implicitly denied', because: missesOf(layer, request, context) };
    allowing.push(found);
  }
  return { decision: 'allowed', because: allowing };
}

interface Layer {
  readonly name: string;
  readonly policies: readonly CompiledPolicy[];
}

function layersOf({ identity, boundaries = [], scps = [] }: AppliedPolicies): readonly Layer[] {
  return [
    ...scps.map((policies, at) => ({
      name: `service control policy of level ${at + 1}`,
      policies,
    })),
    ...boundaries.map((policy) => ({ name: 'permissions boundary', policies: [policy] })),
    { name: 'identity policy', policies: identity },
  ];
}

function findAllowing(
  policies: readonly CompiledPolicy[],
  action: string,
  resource: string,
  context: RequestContext,
): DecisionReason | undefined {
  for (const policy of policies) {
    const statement = policy
      .statementsFor(action, 'Allow')
      .find((one) => statementApplies(one, resource, context));
    if (statement !== undefined) return toReason(policy, statement, 'allows it');
  }
  return undefined;
}

function missesOf(
  { name, policies }: Layer,
  { action, resource }: EvaluatedRequest,
  context: RequestContext,
): readonly DecisionReason[] {
  const misses = policies.flatMap((policy) =>
    policy
      .statementsFor(action, 'Allow')
      .map((statement) => toReason(policy, statement, explainMiss(statement, resource, context))),
  );
  if (misses.length > 0) return misses;
  const reason = `no ${name} has a statement that allows \`${action}\``;
  return [{ policy: null, statement: null, sid: null, reason }];
}

function toReason(
  { name }: CompiledPolicy,
  { source }: CompiledStatement,
  reason: string,
): DecisionReason {
  return { policy: name, statement: source.where, sid: source.sid ?? null, reason };
}
