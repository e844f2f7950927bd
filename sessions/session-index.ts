import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { hasErrorCode, messageOf } from './file-error.ts';
import { withFolderLock } from './folder-lock.ts';
import { formatIndex, parseIndex } from './format/index-text.ts';
import { readSessionHeader } from './format/read-session.ts';
import type { SessionSummary } from './format/session-header.ts';
import { namesIn, ownedFile } from './owned-file.ts';
import { replacePrivateFile } from './replace-private-file.ts';
import { type SessionFolder, sessionFilePath } from './session-folder.ts';

/** The sessions of a folder, sorted by name, and one sentence for each that cannot be read. */
interface SessionList {
  readonly sessions: readonly SessionSummary[];
  readonly problems: readonly string[];
}

// A leading dot, which no session's name has.
const LOCK_SUBJECT = '.index';

/**
 * Returns all sessions of a folder. The index answers where it is newer than every session file and names
 * the same ones; else the first lines of the files do.
 */
export async function listSessions(folder: SessionFolder): Promise<SessionList> {
  const indexed = await readIndex(folder);
  if (indexed !== undefined && (await isCurrent(folder, indexed, undefined))) {
    return { sessions: indexed, problems: [] };
  }
  return scanSessions(folder);
}

/**
 * Brings the index up to date after the file of session `name` was written or removed; `summary` is
 * undefined where it was removed.
 * @throws LeastgrantError E_SESSION_BUSY
 */
export async function updateIndex(
  folder: SessionFolder,
  name: string,
  summary: SessionSummary | undefined,
): Promise<void> {
  await withFolderLock(folder, LOCK_SUBJECT, async () => {
    const indexed = await readIndex(folder);
    const isUsable = indexed !== undefined && (await isCurrent(folder, indexed, name));
    const known = isUsable ? indexed : (await scanSessions(folder)).sessions;
    const others = known.filter((session) => session.name !== name);
    const sessions = summary === undefined ? others : [...others, summary];
    await openDatabase(folder, sessions.sort(byName)).write();
  });
}

/** Returns the names of the sessions that have a file, sorted. */
export async function sessionNames(folder: SessionFolder): Promise<string[]> {
  const files = await namesIn(folder.sessions);
  const names = files.filter((file) => file.endsWith('.json'));
  return names.map((file) => basename(file, '.json')).sort();
}

function openDatabase(
  folder: SessionFolder,
  sessions: readonly SessionSummary[],
): Low<readonly SessionSummary[]> {
  return new Low<readonly SessionSummary[]>(new IndexFile(folder), sessions);
}

/** The adapters of lowdb write files that everybody can read; names of sessions are nobody else's business. */
class IndexFile implements Adapter<readonly SessionSummary[]> {
  readonly #folder: SessionFolder;

  constructor(folder: SessionFolder) {
    this.#folder = folder;
  }

  async read(): Promise<readonly SessionSummary[] | null> {
    try {
      return parseIndex(await readFile(this.#folder.index, 'utf8'));
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return null;
      throw error;
    }
  }

  async write(sessions: readonly SessionSummary[]): Promise<void> {
    const { path } = ownedFile(this.#folder.sessions, 'index', 'tmp');
    await replacePrivateFile(this.#folder.index, path, [formatIndex(sessions)]);
  }
}

// A damaged index is no loss: the session files say the same.
async function readIndex(folder: SessionFolder): Promise<readonly SessionSummary[] | undefined> {
  const database = openDatabase(folder, []);
  try {
    await database.read();
    return database.data;
  } catch {
    return undefined;
  }
}

// INVARIANT: whoever writes a session file writes the index after it.
async function isCurrent(
  folder: SessionFolder,
  indexed: readonly SessionSummary[],
  except: string | undefined,
): Promise<boolean> {
  const names = (await sessionNames(folder)).filter((name) => name !== except);
  const known = indexed.map(({ name }) => name).filter((name) => name !== except);
  if (names.length !== known.length || names.some((name, at) => name !== known[at])) return false;
  const indexedAt = await modifiedAt(folder.index);
  for (const name of names) {
    if ((await modifiedAt(sessionFilePath(folder, name))) > indexedAt) return false;
  }
  return true;
}

async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

async function scanSessions(folder: SessionFolder): Promise<SessionList> {
  const sessions: SessionSummary[] = [];
  const problems: string[] = [];
  for (const name of await sessionNames(folder)) {
    try {
      const header = await readSessionHeader(sessionFilePath(folder, name));
      const { created, updated, runs, distinctCalls } = header;
      sessions.push({ name, created, updated, runs, distinctCalls });
    } catch (error) {
      if (!hasErrorCode(error, 'ENOENT')) problems.push(messageOf(error));
    }
  }
  return { sessions, problems };
}

function byName(a: SessionSummary, b: SessionSummary): number {
  return a.name < b.name ? -1 : 1;
}
