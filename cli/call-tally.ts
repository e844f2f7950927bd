import type { ObservedCall } from '../aws/api-call.ts';

/** How often an operation was called: `s3 GetObject`. */
export interface OperationCount {
  readonly operation: string;
  readonly count: number;
}

/** What calls came to, in numbers. */
export interface CallTally {
  readonly calls: number;
  readonly services: number;
  /** Operations that AWS denied, sorted by name. */
  readonly denied: readonly OperationCount[];
  /** Calls that ended with any error but a denial, or without an answer. */
  readonly failed: number;
  /** Signed requests that could not be identified. */
  readonly unrecognised: number;
  /** The clients that made the calls, by name and version, sorted. */
  readonly clients: readonly string[];
}

/** Counts calls. */
export interface CallCounter {
  /** Adds a call that was made `count` times; by default once. */
  add(call: ObservedCall, count?: number): void;
  tally(): CallTally;
}

/** Returns a counter that has seen no call yet. */
export function createCallCounter(): CallCounter {
  const services = new Set<string>();
  const clients = new Set<string>();
  const denied = new Map<string, number>();
  let calls = 0;
  let failed = 0;
  let unrecognised = 0;
  return {
    add(call, count = 1) {
      calls += count;
      if (call.service === null) unrecognised += count;
      else services.add(call.service);
      if (call.client !== null) clients.add(call.client);
      if (call.outcome === 'failed') failed += count;
      if (call.outcome === 'denied') {
        denied.set(nameOf(call), (denied.get(nameOf(call)) ?? 0) + count);
      }
    },
    tally: () => ({
      calls,
      services: services.size,
      denied: [...denied]
        .map(([operation, count]) => ({ operation, count }))
        .sort((left, right) => (left.operation < right.operation ? -1 : 1)),
      failed,
      unrecognised,
      clients: [...clients].sort(),
    }),
  };
}

function nameOf(call: ObservedCall): string {
  return call.service === null
    ? `${call.method} ${call.host}${call.pathTemplate}`
    : `${call.service} ${call.operation}`;
}
