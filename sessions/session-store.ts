import type { SessionSummary } from './format/session-header.ts';
import type { SessionCall } from './session-call.ts';

/** A session as commands use it: what is known of it, and its distinct calls, sorted. */
export interface Session extends SessionSummary {
  readonly calls: readonly SessionCall[];
}

/** Where an imported session comes from and what it is to be called. */
export interface ImportSource {
  /** The text of an exported session, such as a file's read stream or standard input. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where the text comes from, for messages: a path, or `-`. */
  readonly source: string;
  /** The session to add it to; by default the one it was exported from. */
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
   * Adds the sessions `names` to session `into`, making it where there is none. Counts add: merging a
   * session into the same one twice counts its calls twice.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_BUSY, E_SESSION_DAMAGED, E_INPUT
   */
  merge(names: readonly string[], into: string): Promise<SessionSummary>;
  /**
   * Returns the pieces of a text that `import` takes in on any machine: lines of JSON, together one JSON value.
   * @throws LeastgrantError E_SESSION_NOT_FOUND, E_SESSION_DAMAGED, E_INPUT
   */
  export(name: string): Promise<Iterable<string>>;
  /**
   * Adds an exported session to the one of its name, making it where there is none.
   * @throws LeastgrantError E_SESSION_BUSY; E_SESSION_DAMAGED where the text is not what `export` returned;
   * E_INPUT where a newer leastgrant has written it
   */
  import(input: ImportSource): Promise<SessionSummary>;
}
