import type { SessionCall } from '../sessions/session-call.ts';
import { listNames } from './describe-calls.ts';
import { callersOf } from './select-identity.ts';

/** Returns a line where several identities made the calls of one policy; none where one did. */
export function describeCallers(calls: Iterable<SessionCall>): readonly string[] {
  const callers = callersOf(calls);
  if (callers.length < 2) return [];
  return [
    `  made by ${callers.length} callers: ${listNames(callers)}; a policy belongs to one of them, which --identity chooses`,
  ];
}
