import type { ApiCall, ObservedCall, UnrecognisedCall } from '../aws/api-call.ts';

/** How often and when a distinct call was seen. Times are ISO 8601 in UTC with milliseconds. */
export interface CallHistory {
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Names of the tests or steps that made the call, sorted; empty where nobody named any. */
  readonly labels: readonly string[];
}

/** A distinct recognised call of a session. */
export type RecognisedSessionCall = ApiCall & CallHistory;

/** A distinct call of a session: recognised (`service` is a string) or not (`service` is null). */
export type SessionCall = RecognisedSessionCall | (UnrecognisedCall & CallHistory);

/** Tells a session's recognised calls from the others. */
export function isRecognised<T extends ObservedCall>(call: T): call is T & ApiCall {
  return call.service !== null;
}
