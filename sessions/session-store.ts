import type { SessionSummary } from './format/session-header.ts';
import type { RunValue } from './run-value.ts';
import type { SessionCall } from './session-call.ts';

/** A session as commands use it: what is known of it and of its runs, and its distinct calls, sorted. */
export interface Session extends SessionSummary {
  /** What belongs to one of its runs in the names that its calls have; sorted. */
  readonly runValues: readonly RunValue[];
  readonly calls: readonly SessionCall[];
}

/** Where an imported session comes from and what it is to be called. */
export interface ImportSource {
  /** The text of an exported session, such as a file's read stream or standard input. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where the text comes from, for messages: a path, or `-`. */
  readonly source: string;
  /** What the session is to be called here; by default as where it was exported. */
  readonly name?: string;
}

/** The sessions of one folder. Every method may throw E_SESSION_NAME for a name that no session can have. */
export interface SessionStore {
  /** One sentence for each thing found wrong when the folder was opened: crashed recordings, damaged files. */
  readonly notices: readonly string[];
  /** Returns every session, sorted by name. Files that cannot be read are in `notices`. */
  list(): Promise<readonly SessionSummary[]>;
  /** Tells whether there is such a session, or a recording of it under way. */
  exists(name: string): Promise<boolean>;
  /**
   * Returns a session with what its running recorders have seen so far.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
   */
  read(name: string): Promise<Session>;
  /**
   * Removes a session. A recorder that still runs makes it anew when it ends.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_BUSY
   */
  remove(name: string): Promise<void>;
  /**
   * Makes session `into` of the sessions `names`; where it is among them, the others are added to it. Counts add.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_BUSY, E_SESSION_DAMAGED, E_INPUT; E_SESSION_NAME where
   * `into` is there already and not among `names`: merging twice would count its calls twice
   */
  merge(names: readonly string[], into: string): Promise<SessionSummary>;
  /**
   * Returns the pieces of a text that `import` takes in on any machine: lines of JSON, together one JSON value.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
   */
  export(name: string): Promise<Iterable<string>>;
  /**
   * Makes a session of an exported one.
   * @throws LeastgrantError E_SESSION_BUSY; E_SESSION_NAME where the name is taken; E_SESSION_DAMAGED where the text
   * is not what `export` returned; E_INPUT where another version of leastgrant has written it
   */
  import(input: ImportSource): Promise<SessionSummary>;
}
