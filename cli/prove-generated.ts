import { LeastgrantError } from '../errors.ts';
import type { ExplainedDocument } from '../generator/render/policy-export.ts';
import type { NotAllowed } from '../generator/verify/find-not-allowed.ts';
import type { Needs } from '../generator/verify/needs.ts';
import { provePolicy } from '../generator/verify/prove-policy.ts';
import type { RecognisedSessionCall } from '../sessions/session-call.ts';

/**
 * Returns a generated policy without what no recorded call needs. `context` holds the condition keys that every call had,
 * for policies with variables.
 * @throws LeastgrantError E_INTERNAL with the call, where one is not allowed
 */
export function proveGenerated(
  policy: ExplainedDocument,
  needs: Needs<RecognisedSessionCall>,
  context: Readonly<Record<string, readonly string[]>> = {},
): ExplainedDocument {
  const proven = provePolicy(policy, needs, context);
  if (proven.kind === 'not allowed') throw notAllowed(proven.failure);
  return proven.policy;
}

function notAllowed({
  action,
  resource,
  subject,
  because,
}: NotAllowed<RecognisedSessionCall>): LeastgrantError {
  const reasons = because.map(({ statement, reason }) => `${statement ?? 'it'}: ${reason}`);
  return new LeastgrantError(
    'E_INTERNAL',
    `the generated policy does not allow \`${action}\` on \`${resource}\`, which ${subject.service} ${subject.operation} asked for (${reasons.slice(0, 3).join('; ')})`,
    { hint: keptHint },
  );
}

/** What to do about a policy that leastgrant itself got wrong. */
export const keptHint =
  'this is a fault of leastgrant; the recording is kept: export it with `leastgrant sessions export` and report it';
