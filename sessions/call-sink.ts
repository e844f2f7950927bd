import type { ObservedCall } from '../aws/api-call.ts';

/** Where a recorder puts what it saw. Implemented by the session store; the proxy knows no more of it than this. */
export interface CallSink {
  /**
   * Counts one call. Calls that differ in nothing but their time are one distinct call.
   * `seenAt` is in milliseconds since 1970. Never throws; never waits.
   */
  record(call: ObservedCall, seenAt: number): void;
}
