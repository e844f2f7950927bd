import { rm, writeFile } from 'node:fs/promises';
import { addToLockedSession, withSessionLock } from '../add-to-session.ts';
import { messageOf } from '../file-error.ts';
import { isOwnedByLiving, type OwnedFile, removeOrphans } from '../owned-file.ts';
import { removeEmptyPlaces, type SessionFolder } from '../session-folder.ts';
import { findRun } from './find-run.ts';
import { listJournals } from './list-journals.ts';
import type { Journal } from './read-journal.ts';

/**
 * Folds the journals of crashed recorders into their sessions and removes what else a crash has left.
 * Recorders that still run are left alone. Returns one sentence for each thing that the user should know;
 * what cannot be folded in now stays where it is.
 */
export async function foldJournals(folder: SessionFolder): Promise<readonly string[]> {
  const notices: string[] = [];
  for (const file of await listJournals(folder)) {
    if (await isOwnedByLiving(file)) continue;
    try {
      notices.push(...(await foldJournal(folder, file)));
    } catch (error) {
      notices.push(`journal \`${file.path}\` was not folded in: ${messageOf(error)}`);
    }
  }
  try {
    await removeOrphans(folder.sessions, 'tmp');
    for (const place of folder.journalPlaces) await removeOrphans(place, 'tmp');
    await removeEmptyPlaces(folder);
    await removeOrphans(folder.locks, 'lock');
  } catch (error) {
    notices.push(`cannot tidy \`${folder.root}\`: ${messageOf(error)}`);
  }
  return notices;
}

async function foldJournal(folder: SessionFolder, file: OwnedFile): Promise<string[]> {
  return withSessionLock(folder, file.subject, async () => {
    const found = await findRun(file);
    if (found === undefined) return [];
    const { journal, run } = found;
    await keepDamagedLines(file, journal);
    if (hasBegun(journal)) await addToLockedSession(folder, file.subject, run);
    await rm(file.path, { force: true });
    return describe(file, journal);
  });
}

// A recorder killed before its first line was written has made no run.
function hasBegun({ header, calls }: Journal): boolean {
  return header !== null || calls.length > 0;
}

async function keepDamagedLines(file: OwnedFile, { damagedLines }: Journal): Promise<void> {
  if (damagedLines.length === 0) return;
  await writeFile(`${file.path}.damaged`, Buffer.concat(damagedLines), { mode: 0o600 });
}

function describe(file: OwnedFile, journal: Journal): string[] {
  const { calls, damagedLines, isTorn } = journal;
  const notices: string[] = [];
  if (hasBegun(journal)) {
    notices.push(
      `a recording of session \`${file.subject}\` did not end; distinct calls kept: ${calls.length}`,
    );
  }
  if (isTorn) notices.push(`the last line of \`${file.path}\` was cut off and is lost`);
  if (damagedLines.length > 0) {
    notices.push(
      `damaged lines of \`${file.path}\` skipped and kept in \`${file.path}.damaged\`: ${damagedLines.length}`,
    );
  }
  return notices;
}
