import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { chunkText } from '../format/chunk-text.ts';
import { type OwnedFile, ownedFile } from '../owned-file.ts';
import { makeSessionFolder, removeEmptyPlaces, type SessionFolder } from '../session-folder.ts';

/**
 * Appends lines to the journal of one recorder, in order, without ever waiting.
 * A write that fails is tried again with the next one; nothing appended is forgotten.
 */
export class JournalWriter {
  readonly #folder: SessionFolder;
  #file: OwnedFile;
  #handle: FileHandle;
  #pending: string[] = [];
  // What a failed write has left over: it may begin in the middle of a line.
  #rest: Buffer = Buffer.alloc(0);
  #work: Promise<void> = Promise.resolve();
  #isScheduled = false;

  #error: unknown;

  constructor(folder: SessionFolder, file: OwnedFile, handle: FileHandle) {
    this.#folder = folder;
    this.#file = file;
    this.#handle = handle;
  }

  /** Changes when the journal was removed by someone else and begun anew. */
  get id(): string {
    return this.#file.id;
  }

  /** What failed last; undefined where the journal holds everything that was flushed. */
  get error(): unknown {
    return this.#error;
  }

  /** Takes lines with their line feeds; they are written when the event loop's turn has ended. */
  append(lines: string): void {
    this.#pending.push(lines);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.flush();
    });
  }

  /** Writes what was appended. Resolves when it was tried; a failure stands in `error`. */
  flush(): Promise<void> {
    return this.#enqueue(() => this.#writePending(undefined));
  }

  /** Marks the journal as alive for processes that cannot see this one. */
  touch(): Promise<void> {
    const now = new Date();
    return this.#enqueue(() => this.#handle.utimes(now, now));
  }

  /** Tells whether the journal still has a place in its folder. */
  async isLinked(): Promise<boolean> {
    try {
      return (await this.#handle.stat()).nlink > 0;
    } catch {
      // What is wrong with the file shows at the next write.
      return true;
    }
  }

  /**
   * Replaces the journal's content by `lines`, which say all that was ever appended. Lines appended
   * meanwhile go to both, so that a crash at any time loses neither.
   */
  startOver(lines: Iterable<string>): Promise<void> {
    return this.#enqueue(() => this.#rewrite(lines));
  }

  /** Removes the journal of a run that its session holds. */
  async remove(): Promise<void> {
    await this.#enqueue(() => this.#handle.close());
    // One that cannot be removed is known to the session by its id; the next start tries again.
    await rm(this.#file.path, { force: true }).catch(() => {});
    await removeEmptyPlaces(this.#folder);
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).then(
      () => {
        if (this.#rest.length === 0) this.#error = undefined;
      },
      (error: unknown) => {
        this.#error = error;
      },
    );
    return this.#work;
  }

  async #rewrite(lines: Iterable<string>): Promise<void> {
    const isLinked = await this.isLinked();
    if (!isLinked) await makeSessionFolder(this.#folder);
    const { journals } = this.#folder;
    // A journal that someone else folded in may be known by its id: the next one needs another.
    const file = isLinked ? this.#file : ownedFile(journals, this.#file.subject, 'ndjson');
    const temporary = ownedFile(journals, this.#file.subject, 'tmp');
    const handle = await open(temporary.path, 'wx', 0o600);
    try {
      const meanwhile: Buffer[] = [];
      for (const chunk of chunkText(lines)) {
        await handle.writeFile(chunk);
        await this.#writePending(meanwhile);
      }
      for (const bytes of meanwhile) await handle.writeFile(bytes);
      await rename(temporary.path, file.path);
    } catch (error) {
      await handle.close();
      await rm(temporary.path, { force: true });
      throw error;
    }
    const replaced = this.#handle;
    this.#handle = handle;
    this.#file = file;
    await replaced.close();
  }

  async #writePending(copies: Buffer[] | undefined): Promise<void> {
    while (this.#rest.length > 0 || this.#pending.length > 0) {
      if (this.#rest.length === 0) this.#takePending(copies);
      const { bytesWritten } = await this.#handle.write(this.#rest);
      this.#rest = this.#rest.subarray(bytesWritten);
    }
  }

  #takePending(copies: Buffer[] | undefined): void {
    this.#rest = Buffer.from(this.#pending.join(''));
    this.#pending = [];
    copies?.push(this.#rest);
  }
}

/** Begins a journal for a run of session `subject`. */
export async function openJournal(
  folder: SessionFolder,
  subject: string,
  header: string,
): Promise<JournalWriter> {
  const file = ownedFile(folder.journals, subject, 'ndjson');
  const handle = await open(file.path, 'wx', 0o600);
  const journal = new JournalWriter(folder, file, handle);
  journal.append(header);
  await journal.flush();
  if (journal.error === undefined) return journal;
  await journal.remove();
  throw journal.error;
}
