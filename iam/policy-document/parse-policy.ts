import { toInputError } from './document-problem.ts';
import type { Policy } from './policy-document.ts';
import { readPolicy } from './read-policy.ts';

/**
 * Parses a policy document from its JSON value. `name` says which document it is: a file, a resource in a template.
 * @throws LeastgrantError E_INPUT with the place and what to do, where IAM would not accept the document's form
 */
export function parsePolicy(value: unknown, name: string): Policy {
  const { policy, problems } = readPolicy(value);
  const [first] = problems;
  if (first !== undefined) throw toInputError(name, first);
  return policy;
}
