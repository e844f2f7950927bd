import type { ObservedCall } from '../aws/api-call.ts';
import type { LeastgrantError } from '../errors.ts';
import type { CallSink } from './call-sink.ts';
import type { SessionSummary } from './format/session-header.ts';
import type { RunValue } from './run-value.ts';
import type { JournalsElsewhere } from './session-folder.ts';

/** Records the calls of one run into a session. */
export interface SessionRecorder extends CallSink {
  /** How many distinct calls this run has made so far. */
  readonly distinctCalls: number;
  /** How many calls could not be recorded and are in no session: faults of ours. */
  readonly lostCalls: number;
  /** What went wrong while recording, and may yet be put right by `close`; undefined where nothing did. */
  readonly problem: LeastgrantError | undefined;
  /**
   * Adds the run to its session and returns the session as it is then. To be called when no more calls come.
   * Where it fails nothing is lost: it can be called again, and the next command that opens the folder
   * finds the journal.
   * @throws LeastgrantError E_SESSION_BUSY, E_SESSION_DAMAGED, E_SESSION_NAME, E_INPUT, E_INTERNAL
   */
  close(): Promise<SessionSummary>;
  /** Forgets the run: its session stays as it was. To be called instead of `close`. */
  discard(): Promise<void>;
}

/** How a recorder works; the default intervals keep the promise that a crash loses at most a second. */
export interface RecorderOptions {
  /** True where the run takes the place of what the session has recorded before; by default it is added. */
  readonly replaces?: boolean;
  /** A place for the journal outside of the session folder; by default it lies inside. */
  readonly journals?: JournalsElsewhere;
  /**
   * Returns what belongs to the run in the names that a distinct call has, and was not returned before. It is kept with the
   * session, and nothing else that is known of the run.
   */
  readonly findRunValues?: (call: ObservedCall, seenAt: number) => readonly RunValue[];
  /** How often changed counts go to the journal; by default every 1000 ms. */
  readonly flushIntervalMs?: number;
  /** After how many characters of counts the journal is written anew; by default 16 Mi. */
  readonly compactAfter?: number;
}
