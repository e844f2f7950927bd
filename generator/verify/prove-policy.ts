import { compilePolicy } from '../../iam/evaluate/compile-policy.ts';
import { toRequestContext } from '../../iam/evaluate/request-context.ts';
import { parsePolicy } from '../../iam/policy-document/parse-policy.ts';
import type { ExplainedDocument } from '../render/policy-export.ts';
import { findNotAllowed, type NotAllowed } from './find-not-allowed.ts';
import { findSuperfluous } from './find-superfluous.ts';
import type { Need } from './needs.ts';
import { requestsOfNeed } from './requests-of-need.ts';
import { createSupports } from './supports.ts';
import { withoutElements } from './without-elements.ts';

/** A policy that allows all needs and has no part without which it still would, or a need that it does not allow. */
export type ProvenPolicy<Subject> =
  | { readonly kind: 'proven'; readonly policy: ExplainedDocument }
  | { readonly kind: 'not allowed'; readonly failure: NotAllowed<Subject> };

/**
 * Holds a generated policy to what it was made from, by evaluating it as AWS does: every need must be allowed, and what no
 * need asks for is left out, such as a wildcard whose recorded resources other wildcards match. `context` is what every
 * request has. Takes time by the number of needs.
 */
export function provePolicy<Subject>(
  policy: ExplainedDocument,
  needs: Iterable<Need<Subject>>,
  context: Readonly<Record<string, readonly string[]>> = {},
): ProvenPolicy<Subject> {
  const name = 'generated policy';
  const compiled = compilePolicy(parsePolicy(policy.document, name), name);
  const supports = createSupports(compiled);
  const common = toRequestContext(context);
  for (const need of needs) {
    for (const request of requestsOfNeed(need, common)) {
      if (supports.note(request)) continue;
      const failure = findNotAllowed([compiled], need, common);
      if (failure !== undefined) return { kind: 'not allowed', failure };
    }
  }
  const superfluous = findSuperfluous(policy.document, supports);
  return { kind: 'proven', policy: withoutElements(policy, superfluous) };
}
