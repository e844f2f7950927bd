import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import { holdOwnerMarker, type OwnerMarker } from './owner-marker.ts';

/** What a trust folder is made from. */
export interface TrustFolderOptions {
  /** The folder that it is made in; the system's folder for temporary files by default. */
  readonly parent?: string;
  /** The files in it: plain name to contents. Never a private key. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** The folder where the programs of one run find what makes them trust its authority. */
export interface TrustFolder {
  /** The absolute path of the folder. */
  readonly path: string;
  /** Removes the folder with all in it. Never fails: what could not be removed, a later start removes. */
  remove(): Promise<void>;
  /** The same at once, for `process.on('exit')`. */
  removeSync(): void;
}

/**
 * Makes the folder of a run, `leastgrant-<process id>-<random>`, of mode 0700 with files of mode 0600.
 * @throws LeastgrantError E_INTERNAL when the parent cannot be written to; nothing is left behind then.
 */
export async function createTrustFolder(options: TrustFolderOptions): Promise<TrustFolder> {
  // TMPDIR may be relative, and programs change their folder.
  const parent = resolve(options.parent ?? tmpdir());
  try {
    // mkdtemp makes the folder with mode 0700 under a name that nobody could foresee.
    const path = await mkdtemp(join(parent, `leastgrant-${process.pid}-`));
    const folder = trustFolder(path, await holdOwnerMarker(path));
    await writeFiles(folder, options.files);
    return folder;
  } catch (cause) {
    throw new LeastgrantError('E_INTERNAL', `cannot write a folder in \`${parent}\``, {
      hint: 'set TMPDIR to a folder that exists, can be written to and has room',
      cause,
    });
  }
}

function trustFolder(path: string, marker: OwnerMarker): TrustFolder {
  const options = { recursive: true, force: true };
  return {
    path,
    async remove() {
      await rm(path, options).catch(() => {});
      marker.release();
    },
    removeSync() {
      try {
        rmSync(path, options);
      } catch {
        // An error in an exit handler would replace the exit code of the user's program.
      }
      marker.release();
    },
  };
}

async function writeFiles(
  folder: TrustFolder,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  try {
    for (const [name, contents] of Object.entries(files)) {
      await writeFile(join(folder.path, name), contents, { mode: 0o600, flag: 'wx' });
    }
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
