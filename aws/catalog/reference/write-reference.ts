import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LeastgrantError } from '../../../errors.ts';
import { findReference } from './find-reference.ts';
import { countReference } from './reference-counts.ts';
import {
  folderPrefix,
  indexFile,
  type ReferenceIndex,
  renderReferenceIndex,
} from './reference-index.ts';
import { type ReferenceHalf, renderServiceReference } from './render-service-reference.ts';
import type { ServiceReference } from './service-reference.ts';

/** A download that is to be stored. */
export interface DownloadedReference {
  readonly services: readonly ServiceReference[];
  /** The day of the download, in UTC: `2026-11-25`. */
  readonly date: string;
  readonly url: string;
}

/**
 * Stores a download in the user's data folder and returns its index. The files go into a folder of their own, which
 * counts from the moment that the index is renamed into its place: a reader, or an update at the same time, sees the
 * old data or the new. The data before it stays for programs that still read it.
 * @throws LeastgrantError E_INPUT where the folder cannot be written
 */
export async function writeReference(
  dataFolder: string,
  download: DownloadedReference,
): Promise<ReferenceIndex> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const before = findReference(dataFolder);
    const folder = await writeFiles(dataFolder, download);
    const index: ReferenceIndex = {
      date: download.date,
      url: download.url,
      folder,
      counts: countReference(download.services),
      sdkNames: new Map(download.services.map((service) => [service.prefix, sdkNamesOf(service)])),
    };
    await replaceIndex(dataFolder, renderReferenceIndex(index));
    await removeOld(dataFolder, [folder, before.kind === 'found' ? before.index.folder : folder]);
    return index;
  } catch (cause) {
    throw unwritable(dataFolder, cause);
  }
}

/**
 * Removes the user's copy of AWS's reference; returns false where there was none.
 * @throws LeastgrantError E_INPUT where it cannot be removed
 */
export async function removeReference(dataFolder: string): Promise<boolean> {
  try {
    const names = await readdir(dataFolder).catch(() => []);
    const ours = names.filter((name) => name === indexFile || name.startsWith(folderPrefix));
    // Without the index nothing else counts.
    await rm(join(dataFolder, indexFile), { force: true });
    for (const name of ours) await rm(join(dataFolder, name), { recursive: true, force: true });
    return ours.length > 0;
  } catch (cause) {
    throw unwritable(dataFolder, cause);
  }
}

async function writeFiles(dataFolder: string, download: DownloadedReference): Promise<string> {
  const folder = await mkdtemp(join(dataFolder, `${folderPrefix}${download.date}-`));
  try {
    for (const half of halves) {
      await mkdir(join(folder, half), { mode: 0o700 });
      for (const service of download.services) {
        const file = join(folder, half, `${service.prefix}.json`);
        await writeFile(file, renderServiceReference(service, half), { mode: 0o600 });
      }
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return basename(folder);
}

const halves: readonly ReferenceHalf[] = ['operations', 'iam'];

function sdkNamesOf({ operations }: ServiceReference): readonly string[] {
  return [...new Set(operations.flatMap(({ sdkNames }) => sdkNames))].sort();
}

async function replaceIndex(dataFolder: string, text: string): Promise<void> {
  const temporary = join(dataFolder, `${indexFile}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(dataFolder, indexFile));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

// An update that runs at the same time may still be writing its folder; none takes an hour.
const longestUpdateMs = 60 * 60 * 1000;

async function removeOld(dataFolder: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(folderPrefix) || kept.includes(name)) continue;
    const path = join(dataFolder, name);
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - changed < longestUpdateMs) continue;
    await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

function unwritable(dataFolder: string, cause: unknown): LeastgrantError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LeastgrantError('E_INPUT', `\`${dataFolder}\` cannot be written: ${reason}`, {
    hint: 'nothing was changed; name another data folder with LEASTGRANT_DATA_DIR',
    cause,
  });
}
