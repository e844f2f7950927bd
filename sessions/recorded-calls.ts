import type { ObservedCall } from '../aws/api-call.ts';
import { hashCall, isSameCall } from './call-identity.ts';
import type { SessionCall } from './session-call.ts';
import { withHistory } from './with-history.ts';

/** A distinct call of the run that is being recorded. Times are in milliseconds since 1970. */
export interface RecordedCall {
  /** Its number within the run, from 0. */
  readonly id: number;
  readonly call: ObservedCall;
  count: number;
  firstSeenMs: number;
  lastSeenMs: number;
  /** True while the journal does not know the count yet. */
  isChanged: boolean;
}

/** The distinct calls of one run, in memory. */
export class RecordedCalls implements Iterable<RecordedCall> {
  readonly #calls: RecordedCall[] = [];
  readonly #byHash = new Map<number, RecordedCall[]>();

  get size(): number {
    return this.#calls.length;
  }

  find(call: ObservedCall): RecordedCall | undefined {
    const candidates = this.#byHash.get(hashCall(call));
    if (candidates === undefined) return undefined;
    for (const candidate of candidates) {
      if (isSameCall(candidate.call, call)) return candidate;
    }
    return undefined;
  }

  /** Adds a call that `find` does not know. Keeps the object: it must be a copy. */
  add(call: ObservedCall, seenAtMs: number): RecordedCall {
    const recorded = {
      id: this.#calls.length,
      call,
      count: 1,
      firstSeenMs: seenAtMs,
      lastSeenMs: seenAtMs,
      isChanged: false,
    };
    const hash = hashCall(call);
    const candidates = this.#byHash.get(hash);
    if (candidates === undefined) this.#byHash.set(hash, [recorded]);
    else candidates.push(recorded);
    this.#calls.push(recorded);
    return recorded;
  }

  [Symbol.iterator](): Iterator<RecordedCall> {
    return this.#calls[Symbol.iterator]();
  }
}

/** Returns a recorded call as a session keeps it. */
export function toSessionCall(recorded: Omit<RecordedCall, 'id' | 'isChanged'>): SessionCall {
  return withHistory(recorded.call, {
    count: recorded.count,
    firstSeen: new Date(recorded.firstSeenMs).toISOString(),
    lastSeen: new Date(recorded.lastSeenMs).toISOString(),
    labels: [],
  });
}
