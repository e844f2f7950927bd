import { LeastgrantError } from '../../errors.ts';
import type { AddedRuns } from '../combine-runs.ts';
import { hasErrorCode } from '../file-error.ts';
import type { OwnedFile } from '../owned-file.ts';
import { type Journal, readJournal } from './read-journal.ts';

/** A run as far as its journal knows it. */
interface JournalRun {
  readonly journal: Journal;
  readonly run: AddedRuns;
}

/**
 * Returns the run in a journal; undefined where the journal has been folded in since it was listed.
 * @throws LeastgrantError E_INPUT where a newer leastgrant has written it
 */
export async function findRun(file: OwnedFile): Promise<JournalRun | undefined> {
  try {
    const journal = await readJournal(file.path);
    return { journal, run: toAddedRuns(file, journal) };
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    if (!(error instanceof LeastgrantError)) throw error;
    const message = `cannot read journal \`${file.path}\`: ${error.message}`;
    throw new LeastgrantError(error.code, message, { ...(error.hint && { hint: error.hint }) });
  }
}

function toAddedRuns(file: OwnedFile, { header, calls, runValues }: Journal): AddedRuns {
  const created = header?.created ?? firstSeenOf(calls) ?? new Date().toISOString();
  return {
    calls,
    created,
    runs: 1,
    runValues,
    journalId: file.id,
    replaces: header?.replaces === true,
  };
}

function firstSeenOf(calls: Journal['calls']): string | undefined {
  return calls.map(({ firstSeen }) => firstSeen).sort()[0];
}
