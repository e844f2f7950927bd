import { LeastgrantError } from '../errors.ts';
import { findNotAllowed } from '../generator/verify/find-not-allowed.ts';
import type { Needs } from '../generator/verify/needs.ts';
import { compilePolicy } from '../iam/evaluate/compile-policy.ts';
import { toRequestContext } from '../iam/evaluate/request-context.ts';
import type { PolicyDocument } from '../iam/policy.ts';
import { parsePolicy } from '../iam/policy-document/parse-policy.ts';
import type { RecognisedSessionCall } from '../sessions/session-call.ts';

/**
 * Makes sure that a generated policy allows every recorded call, by evaluating it as AWS does. `context` holds the
 * condition keys that every call had, for policies with variables.
 * @throws LeastgrantError E_INTERNAL with the call, where one is not allowed
 */
export function expectAllowed(
  documents: readonly PolicyDocument[],
  needs: Needs<RecognisedSessionCall>,
  context: Readonly<Record<string, readonly string[]>> = {},
): void {
  const policies = documents.map((document, at) => {
    const name = `generated policy ${at + 1}`;
    return compilePolicy(parsePolicy(document, name), name);
  });
  const common = toRequestContext(context);
  for (const need of needs) {
    const failure = findNotAllowed(policies, need, common);
    if (failure === undefined) continue;
    const { action, resource, subject, because } = failure;
    const reasons = because.map(({ statement, reason }) => `${statement ?? 'it'}: ${reason}`);
    throw new LeastgrantError(
      'E_INTERNAL',
      `the generated policy does not allow \`${action}\` on \`${resource}\`, which ${subject.service} ${subject.operation} asked for (${reasons.slice(0, 3).join('; ')})`,
      {
        hint: 'this is a fault of leastgrant; the recording is kept: export it with `leastgrant sessions export` and report it',
      },
    );
  }
}
