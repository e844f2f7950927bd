import { rm } from 'node:fs/promises';
import { LeastgrantError } from '../errors.ts';
import { addToSession, withSessionLock } from './add-to-session.ts';
import { storageError } from './file-error.ts';
import { readLines } from './format/line-reader.ts';
import { readSession } from './format/read-session.ts';
import type { SessionSummary } from './format/session-header.ts';
import { formatSession } from './format/write-session.ts';
import { foldJournals } from './journal/fold-journals.ts';
import { mergeCalls } from './merge.ts';
import { isOwnedByLiving } from './owned-file.ts';
import { findSnapshot, journalsOf } from './read-snapshot.ts';
import { uniteRunValues } from './run-value.ts';
import {
  type JournalsElsewhere,
  type SessionFolder,
  sessionFilePath,
  sessionFolderAt,
} from './session-folder.ts';
import { listSessions, sessionNames, updateIndex } from './session-index.ts';
import { parseSessionName } from './session-name.ts';
import type { ImportSource, Session, SessionStore } from './session-store.ts';

/**
 * Opens the session folder `dir` after folding in what crashed recorders have left there and in `elsewhere`.
 * A folder that does not exist holds no sessions and is not made.
 * @throws LeastgrantError E_INTERNAL where the folder cannot be read
 */
export async function openStore(dir: string, elsewhere?: JournalsElsewhere): Promise<SessionStore> {
  const folder = sessionFolderAt(dir, elsewhere);
  try {
    const folded = await foldJournals(folder);
    const { problems } = await listSessions(folder);
    return new FolderStore(folder, [...folded, ...problems]);
  } catch (error) {
    throw storageError(dir, error);
  }
}

class FolderStore implements SessionStore {
  readonly #folder: SessionFolder;
  readonly notices: readonly string[];

  constructor(folder: SessionFolder, notices: readonly string[]) {
    this.#folder = folder;
    this.notices = notices;
  }

  async list(): Promise<readonly SessionSummary[]> {
    return (await listSessions(this.#folder)).sessions;
  }

  async exists(name: string): Promise<boolean> {
    parseSessionName(name);
    const isStored = (await sessionNames(this.#folder)).includes(name);
    return isStored || (await journalsOf(this.#folder, name)).length > 0;
  }

  async read(name: string): Promise<Session> {
    const session = await findSnapshot(this.#folder, parseSessionName(name)).catch(
      (error: unknown) => {
        throw storageError(this.#folder.root, error);
      },
    );
    return session ?? (await this.#refuseUnknown(name));
  }

  async remove(name: string): Promise<void> {
    if (!(await this.exists(name))) await this.#refuseUnknown(name);
    await withSessionLock(this.#folder, name, async () => {
      await rm(sessionFilePath(this.#folder, name), { force: true });
      for (const journal of await journalsOf(this.#folder, name)) {
        if (!(await isOwnedByLiving(journal))) await rm(journal.path, { force: true });
      }
      await updateIndex(this.#folder, name, undefined);
    });
  }

  async merge(names: readonly string[], into: string): Promise<SessionSummary> {
    if (!names.includes(into)) {
      await this.#refuseTaken(into, `name it too, to add to it: merge … ${into} --into ${into}`);
    }
    const sessions: Session[] = [];
    for (const name of new Set(names)) sessions.push(await this.read(name));
    const others = sessions.filter(({ name }) => name !== into);
    let calls: Session['calls'] = [];
    let created = new Date().toISOString();
    let runs = 0;
    let runValues: Session['runValues'] = [];
    for (const other of others) {
      calls = mergeCalls(calls, other.calls);
      if (other.created < created) created = other.created;
      runs += other.runs;
      runValues = uniteRunValues(runValues, other.runValues);
    }
    const added = { calls, created, runs, runValues, journalId: undefined };
    return addToSession(this.#folder, into, added);
  }

  async export(name: string): Promise<Iterable<string>> {
    return formatSession({ ...(await this.read(name)), folded: [] });
  }

  async import(input: ImportSource): Promise<SessionSummary> {
    const session = await readSession(readLines(input.chunks), input.source);
    const { calls, created, runs, runValues } = session;
    const name = input.name ?? session.name;
    await this.#refuseTaken(name, 'give it another name, with --as; `sessions merge` adds it');
    const added = { calls, created, runs, runValues, journalId: undefined };
    return addToSession(this.#folder, name, added);
  }

  async #refuseTaken(name: string, hint: string): Promise<void> {
    if (!(await this.exists(name))) return;
    throw new LeastgrantError('E_SESSION_NAME', `session \`${name}\` is there already`, { hint });
  }

  async #refuseUnknown(name: string): Promise<never> {
    const names = (await sessionNames(this.#folder)).map((known) => `\`${known}\``);
    const where = `session folder \`${this.#folder.root}\``;
    throw new LeastgrantError('E_SESSION_NOT_FOUND', `no session \`${name}\` in ${where}`, {
      hint:
        names.length === 0
          ? 'record one first: leastgrant run -- COMMAND'
          : `there are: ${names.join(', ')}`,
    });
  }
}
