import type { KeyPairs } from '../certs/key-pairs.ts';
import { LeastgrantError } from '../errors.ts';
import type { CallTally } from './call-tally.ts';
import type { EventTally } from './event-tally.ts';

/** What is to be recorded, and where to. */
export interface RecordingOptions {
  /** The session folder. */
  readonly dir: string;
  readonly session: string;
  /** True where the session is to hold this recording alone; what it held goes when the recording is complete. */
  readonly replacesSession: boolean;
  readonly keyPairs: KeyPairs;
  /** The user's environment: an outgoing proxy, endpoints and trust settings are taken from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where every intercepted call goes; undefined for where it was meant to go. */
  readonly upstream: URL | undefined;
  /** Certificates in PEM that the upstream may show; undefined for the usual ones alone. */
  readonly upstreamCa: string | undefined;
  /** Hosts beyond AWS's own that are looked into: `HOST` or `HOST:PORT`, each known to be one. */
  readonly intercept: readonly string[];
  /** The program to be run, where one is: some runtimes need more of their environment than others can bear. */
  readonly program: string | undefined;
}

/** What a recording has seen, for the summary. */
export interface RecordingSummary {
  readonly session: string;
  /** How many different calls this recording made. */
  readonly distinctCalls: number;
  readonly calls: CallTally;
  readonly events: EventTally;
  /** Requests whose body went on beyond what is copied, so that parameters may be missing. */
  readonly bodiesCut: number;
}

/** A proxy that runs and records. */
export interface Recording {
  /** All variables of a program that is to be recorded: the user's, with ours in place. */
  readonly env: Readonly<Record<string, string>>;
  /** Ours alone, for a shell that has the others already. */
  readonly variables: Readonly<Record<string, string>>;
  /** One sentence for each setting of the user that may hide calls. */
  readonly warnings: readonly string[];
  /** Returns what was seen so far. */
  progress(): CallTally;
  /**
   * Ends the proxy and writes the session.
   * @throws LeastgrantError where the session cannot be written; the recording is then kept in its journal
   */
  stop(): Promise<RecordingSummary>;
  /** Ends the proxy and forgets the recording: the session stays as it was. */
  abandon(): Promise<void>;
}

/** Starts the proxy and records what programs with its environment do, until it is stopped. */
export function startRecording(_options: RecordingOptions): Promise<Recording> {
  return Promise.reject(new LeastgrantError('E_INTERNAL', 'recording is not built yet'));
}
