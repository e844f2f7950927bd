import { LeastgrantError } from '../errors.ts';
import { type AddedRuns, combineRuns } from './combine-runs.ts';
import { storageError } from './file-error.ts';
import { withFolderLock } from './folder-lock.ts';
import { findSessionFile } from './format/read-session.ts';
import type { SessionSummary } from './format/session-header.ts';
import { writeSession } from './format/write-session.ts';
import { journalsOf } from './read-snapshot.ts';
import { makeSessionFolder, type SessionFolder, sessionFilePath } from './session-folder.ts';
import { sessionNames, updateIndex } from './session-index.ts';

/**
 * Adds recordings to session `name`, making it where there is none, and returns what it is now.
 * @throws LeastgrantError E_SESSION_BUSY, E_SESSION_DAMAGED, E_SESSION_NAME, E_INPUT, E_INTERNAL
 */
export function addToSession(
  folder: SessionFolder,
  name: string,
  added: AddedRuns,
): Promise<SessionSummary> {
  return withSessionLock(folder, name, () => addToLockedSession(folder, name, added));
}

/**
 * Runs `work` while nobody else writes session `name`, and returns its result.
 * @throws LeastgrantError E_SESSION_BUSY, E_SESSION_NAME, E_INTERNAL
 */
export async function withSessionLock<T>(
  folder: SessionFolder,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await makeSessionFolder(folder);
    await refuseTwin(folder, name);
    return await withFolderLock(folder, name, work);
  } catch (error) {
    throw storageError(folder.root, error);
  }
}

/**
 * Does the work of `addToSession` for who holds the session's lock.
 * @throws LeastgrantError E_SESSION_BUSY, E_SESSION_DAMAGED, E_INPUT
 */
export async function addToLockedSession(
  folder: SessionFolder,
  name: string,
  added: AddedRuns,
): Promise<SessionSummary> {
  const stored = await findSessionFile(sessionFilePath(folder, name));
  const folded = stored?.folded ?? [];
  const { journalId } = added;
  const isFolded = journalId !== undefined && folded.includes(journalId);
  const session = isFolded && stored !== undefined ? stored : combineRuns(name, stored, added);
  if (!isFolded) {
    const ids = await foldedIds(folder, name, folded, journalId);
    await writeSession(folder, { ...session, folded: ids });
  }
  const { created, updated, runs, distinctCalls } = session;
  const summary = { name, created, updated, runs, distinctCalls };
  await updateIndex(folder, name, summary);
  return summary;
}

/**
 * Refuses a name that differs from another session's only in case: on many systems both name one file.
 * @throws LeastgrantError E_SESSION_NAME
 */
export async function refuseTwin(folder: SessionFolder, name: string): Promise<void> {
  const lower = name.toLowerCase();
  const names = await sessionNames(folder);
  const twin = names.find((other) => other !== name && other.toLowerCase() === lower);
  if (twin === undefined) return;
  throw new LeastgrantError(
    'E_SESSION_NAME',
    `\`${name}\` differs from session \`${twin}\` only in case`,
    { hint: `use \`${twin}\`, or a name that differs in more` },
  );
}

// An id whose journal is gone cannot come back, so the list stays short.
async function foldedIds(
  folder: SessionFolder,
  name: string,
  folded: readonly string[],
  journalId: string | undefined,
): Promise<string[]> {
  const existing = new Set((await journalsOf(folder, name)).map(({ id }) => id));
  const kept = folded.filter((id) => existing.has(id));
  return journalId === undefined ? kept : [...kept, journalId];
}
