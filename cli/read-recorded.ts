import type { SessionStore } from '../sessions/session-store.ts';
import { type CallTally, createCallCounter } from './call-tally.ts';
import { type ReadCalls, readCalls } from './read-calls.ts';
import { type IdentityOptions, selectIdentity } from './select-identity.ts';

/** What sessions hold, as far as the options ask for it. */
export interface RecordedCalls extends ReadCalls {
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
  const recorded: ReadCalls[] = [];
  for (const name of new Set(sessions)) recorded.push(await readCalls(store, name));
  const all = recorded.flatMap(({ calls }) => calls);
  const calls = selectIdentity(all, options);
  const counter = createCallCounter();
  for (const call of calls) counter.add(call, call.count);
  const runValues = recorded.flatMap((one) => one.runValues);
  return { calls, runValues, tally: counter.tally() };
}
