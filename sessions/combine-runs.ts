import { mergeCalls } from './merge.ts';
import { type RunValue, uniteRunValues } from './run-value.ts';
import type { SessionCall } from './session-call.ts';
import type { Session } from './session-store.ts';

/** One or more recordings that are to become part of a session. */
export interface AddedRuns {
  readonly calls: readonly SessionCall[];
  /** When the first of them began, as ISO 8601. */
  readonly created: string;
  readonly runs: number;
  /** What belongs to one of them in the names that the calls have. */
  readonly runValues: readonly RunValue[];
  /** The journal that holds the same; it is never counted again. Undefined where there is none. */
  readonly journalId: string | undefined;
  /** True where they take the place of what the session had recorded before they began. */
  readonly replaces?: boolean;
}

/** Returns session `name` with recordings added to what it was; undefined stands for a session that is new. */
export function combineRuns(name: string, stored: Session | undefined, added: AddedRuns): Session {
  const session = isReplaced(stored, added) ? undefined : stored;
  const calls = mergeCalls(session?.calls ?? [], added.calls);
  return {
    name,
    created: earlier(session?.created ?? added.created, added.created),
    updated: latestOf(added.calls, later(session?.updated ?? added.created, added.created)),
    runs: (session?.runs ?? 0) + added.runs,
    distinctCalls: calls.length,
    runValues: uniteRunValues(session?.runValues ?? [], added.runValues),
    calls,
  };
}

// Runs that went on beside each other do not replace one another: none was there before the other.
function isReplaced(stored: Session | undefined, { replaces, created }: AddedRuns): boolean {
  return replaces === true && stored !== undefined && stored.updated < created;
}

function latestOf(calls: readonly SessionCall[], since: string): string {
  let latest = since;
  for (const { lastSeen } of calls) latest = later(latest, lastSeen);
  return latest;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
