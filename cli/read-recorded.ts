import type { SessionCall } from '../sessions/session-call.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { type CallTally, createCallCounter } from './call-tally.ts';
import { readCalls } from './read-calls.ts';
import { type IdentityOptions, selectIdentity } from './select-identity.ts';

/** What sessions hold, as far as the options ask for it. */
export interface RecordedCalls {
  readonly calls: readonly SessionCall[];
  readonly tally: CallTally;
}

/**
 * Returns the calls of all the sessions, each session once, by the caller that `--identity` names, and counts them.
 * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
 */
export async function readRecorded(
  store: Pick<SessionStore, 'read'>,
  sessions: readonly string[],
  options: IdentityOptions,
): Promise<RecordedCalls> {
  const recorded: (readonly SessionCall[])[] = [];
  for (const name of new Set(sessions)) recorded.push(await readCalls(store, name));
  const calls = selectIdentity(recorded.flat(), options);
  const counter = createCallCounter();
  for (const call of calls) counter.add(call, call.count);
  return { calls, tally: counter.tally() };
}
