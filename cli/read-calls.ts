import { completeCallers } from '../iam/authorize/complete-callers.ts';
import { completeIamPaths } from '../iam/authorize/complete-iam-paths.ts';
import type { SessionCall } from '../sessions/session-call.ts';
import type { SessionStore } from '../sessions/session-store.ts';

/**
 * Returns a session's calls with what they tell together: who made each, and the paths of IAM entities.
 * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
 */
export async function readCalls(
  store: Pick<SessionStore, 'read'>,
  name: string,
): Promise<readonly SessionCall[]> {
  return completeIamPaths(completeCallers((await store.read(name)).calls));
}
