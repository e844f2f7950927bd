import { randomUUID } from 'node:crypto';
import { copyFile, link, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LeastgrantError } from '../../errors.ts';
import { makeFolder } from '../../sessions/make-folder.ts';

/** A file that is to be written, replaced or removed. */
export interface FileChange {
  /** As messages name it. */
  readonly path: string;
  /** Absolute, no link. */
  readonly target: string;
  /** What it holds; undefined where it is not there. */
  readonly before: string | undefined;
  /** What it is to hold; undefined where it is to go. */
  readonly after: string | undefined;
}

/**
 * Makes all changes or none: everything is written beside its place first, and what was replaced comes back where a
 * later change fails. Folders that are missing are made.
 * @throws LeastgrantError E_INPUT with the file that failed; nothing has changed then, or it says where the old files are
 */
export async function replaceFiles(changes: readonly FileChange[]): Promise<void> {
  const work = new Work();
  let current = '';
  try {
    for (const change of changes) {
      current = change.path;
      await work.prepare(change);
    }
    for (const change of changes) {
      current = change.path;
      await work.carryOut(change);
    }
  } catch (cause) {
    throw notWritten(current, cause, await work.undo());
  }
  await work.clear();
}

/** What has been done so far, and how it is taken back. */
class Work {
  readonly #written = new Map<FileChange, string>();
  readonly #temporaries = new Set<string>();
  /** The old content of a file that is new is undefined. */
  readonly #done: { readonly target: string; readonly backup: string | undefined }[] = [];
  /** The folders that were made: each with the highest of those above it that are new too. */
  readonly #folders: (readonly [folder: string, highest: string])[] = [];

  async prepare(change: FileChange): Promise<void> {
    if (change.after === undefined) return;
    const folder = dirname(change.target);
    const highest = await makeFolder(folder);
    if (highest !== undefined) this.#folders.push([folder, highest]);
    const temporary = this.#nameTemporary(change);
    await writeNew(temporary, change.after, change.target);
    this.#written.set(change, temporary);
  }

  async carryOut(change: FileChange): Promise<void> {
    const { target, before } = change;
    if (before !== undefined) {
      const backup = this.#nameTemporary(change);
      await keepOld(target, backup);
      this.#done.push({ target, backup });
    }
    const temporary = this.#written.get(change);
    if (temporary === undefined) await rm(target);
    else await rename(temporary, target);
    if (before === undefined) this.#done.push({ target, backup: undefined });
  }

  /** Returns the files that hold what could not be put back. */
  async undo(): Promise<readonly string[]> {
    const kept: string[] = [];
    for (const { target, backup } of this.#done.reverse()) {
      // One that cannot be taken back must not keep the others from it.
      const isBack = await takeBack(target, backup).then(
        () => true,
        () => false,
      );
      if (!isBack && backup !== undefined) kept.push(backup);
    }
    for (const backup of kept) this.#temporaries.delete(backup);
    await this.clear();
    for (const [folder, highest] of this.#folders.reverse()) await removeEmpty(folder, highest);
    return kept;
  }

  async clear(): Promise<void> {
    for (const temporary of this.#temporaries) await rm(temporary, { force: true });
  }

  #nameTemporary({ target }: FileChange): string {
    const path = `${target}.${randomUUID()}.tmp`;
    this.#temporaries.add(path);
    return path;
  }
}

/** Writes a new file with the mode of another one, where that is there. */
async function writeNew(path: string, text: string, like: string): Promise<void> {
  const mode = (await stat(like).catch(() => undefined))?.mode;
  const file = await open(path, 'wx', 0o666);
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What somebody has put into a folder meanwhile stays, and the folder with it. */
async function removeEmpty(folder: string, highest: string): Promise<void> {
  for (let at = folder; at.length >= highest.length; at = dirname(at)) {
    const isGone = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

/** A second name for the old file costs nothing; some file systems have none. */
async function keepOld(target: string, backup: string): Promise<void> {
  await link(target, backup).catch(() => copyFile(target, backup));
}

async function takeBack(target: string, backup: string | undefined): Promise<void> {
  if (backup === undefined) await rm(target, { force: true });
  else await rename(backup, target);
}

function notWritten(path: string, cause: unknown, kept: readonly string[]): LeastgrantError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LeastgrantError('E_INPUT', `\`${path}\` cannot be written: ${reason}`, {
    hint:
      kept.length === 0
        ? 'nothing was changed: choose another file, or give yourself the right to write this one'
        : `not everything could be put back; what was replaced is in ${kept.join(', ')}`,
    cause,
  });
}
