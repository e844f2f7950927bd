import { completeCallers } from '../iam/authorize/complete-callers.ts';
import { completeIamPaths } from '../iam/authorize/complete-iam-paths.ts';
import { completeProfileRoles } from '../iam/authorize/complete-profile-roles.ts';
import { completeTaskRoles } from '../iam/authorize/complete-task-roles.ts';
import { completeTemplateProfiles } from '../iam/authorize/complete-template-profiles.ts';
import type { RunValue } from '../sessions/run-value.ts';
import type { SessionCall } from '../sessions/session-call.ts';
import type { SessionStore } from '../sessions/session-store.ts';

/** What a session says of its program. */
export interface ReadCalls {
  readonly calls: readonly SessionCall[];
  /** What belongs to one of its runs in the names that the calls have. */
  readonly runValues: readonly RunValue[];
}

/**
 * Returns a session's calls with what they tell together: who made each, the paths of IAM entities,
 * and the roles of instance profiles, of launch templates and of task definitions.
 * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
 */
export async function readCalls(
  store: Pick<SessionStore, 'read'>,
  name: string,
): Promise<ReadCalls> {
  const { calls, runValues } = await store.read(name);
  const named = completeTemplateProfiles(completeCallers(calls));
  return { calls: completeIamPaths(completeTaskRoles(completeProfileRoles(named))), runValues };
}
