import { refuseTwin } from './add-to-session.ts';
import { hasErrorCode, storageError } from './file-error.ts';
import { readSessionHeader } from './format/read-session.ts';
import { formatJournalHeader } from './journal/journal-line.ts';
import { openJournal } from './journal/journal-writer.ts';
import { Recorder } from './recorder.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFilePath,
  sessionFolderAt,
} from './session-folder.ts';
import { parseSessionName } from './session-name.ts';
import type { RecorderOptions, SessionRecorder } from './session-recorder.ts';

/**
 * Begins to record a run into session `name` of the session folder `dir`, which is made where it is missing.
 * Where the place for journals elsewhere cannot be written, or goes with another recorder that ends this very moment, the
 * journal lies in the session folder.
 * @throws LeastgrantError E_SESSION_NAME, E_INTERNAL; E_SESSION_DAMAGED or E_INPUT where the session exists
 * and could not take the run in
 */
export async function openRecorder(
  dir: string,
  name: string,
  options: RecorderOptions = {},
): Promise<SessionRecorder> {
  parseSessionName(name);
  const inside = sessionFolderAt(dir);
  const header = {
    created: new Date().toISOString(),
    replaces: options.replaces === true,
  };
  const begin = async (folder: SessionFolder) => {
    await makeSessionFolder(folder);
    const journal = await openJournal(folder, name, formatJournalHeader(header));
    return new Recorder(folder, name, header, journal, options);
  };
  try {
    await makeSessionFolder(inside);
    await refuseTwin(inside, name);
    await expectReadable(inside, name);
    if (options.journals?.isForNew !== true) return await begin(inside);
    return await begin(sessionFolderAt(dir, options.journals)).catch(() => begin(inside));
  } catch (error) {
    throw storageError(dir, error);
  }
}

// Before the program runs, not after: a long recording must not end in a session that cannot take it.
async function expectReadable(folder: SessionFolder, name: string): Promise<void> {
  try {
    await readSessionHeader(sessionFilePath(folder, name));
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
  }
}
