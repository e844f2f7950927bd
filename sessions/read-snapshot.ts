import { type AddedRuns, combineRuns } from './combine-runs.ts';
import { findSessionFile } from './format/read-session.ts';
import { findRun } from './journal/find-run.ts';
import { listJournals } from './journal/list-journals.ts';
import type { OwnedFile } from './owned-file.ts';
import { type SessionFolder, sessionFilePath } from './session-folder.ts';
import type { Session } from './session-store.ts';

/**
 * Returns a session as it is now: its file, and the journals that are not folded in yet. Those belong to
 * recorders that run, or could not be folded in. Undefined where there is neither.
 * @throws LeastgrantError E_SESSION_DAMAGED, E_INPUT
 */
export async function findSnapshot(
  folder: SessionFolder,
  name: string,
): Promise<Session | undefined> {
  // Journals first: one that is folded in meanwhile is then known to the file by its id.
  const runs: AddedRuns[] = [];
  for (const file of await journalsOf(folder, name)) {
    const found = await findRun(file);
    if (found !== undefined) runs.push(found.run);
  }
  const stored = await findSessionFile(sessionFilePath(folder, name));
  let session = stored === undefined ? undefined : toSession(name, stored);
  for (const run of runs) {
    const isFolded = stored?.folded.includes(run.journalId ?? '') === true;
    if (!isFolded) session = combineRuns(name, session, run);
  }
  return session;
}

/** Returns the journals of one session, sorted by name. */
export async function journalsOf(folder: SessionFolder, name: string): Promise<OwnedFile[]> {
  const journals = await listJournals(folder);
  return journals.filter((file) => file.subject === name);
}

function toSession(name: string, session: Session): Session {
  const { created, updated, runs, distinctCalls, runValues, calls } = session;
  return { name, created, updated, runs, distinctCalls, runValues, calls };
}
