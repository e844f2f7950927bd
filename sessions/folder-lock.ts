import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { LeastgrantError } from '../errors.ts';
import { isOwnedByLiving, listOwnedFiles, type OwnedFile, ownedFile } from './owned-file.ts';
import { ownerPid } from './process-owner.ts';
import type { SessionFolder } from './session-folder.ts';

const PATIENCE_MS = 10_000;

/**
 * Runs `work` while no other process or task does so for the same `subject`, and returns its result.
 * Every contender makes a lock file with a name of its own and then looks for others: of two at once, the
 * later sees the earlier and steps back. A dead owner's file can be removed by anyone at any time, because
 * its name is never used again; taking over a stale lock is therefore free of races.
 * @throws LeastgrantError E_SESSION_BUSY after `patienceMs`, by default ten seconds
 */
export async function withFolderLock<T>(
  folder: SessionFolder,
  subject: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const lock = await acquire(folder, subject, Date.now() + patienceMs);
  try {
    return await work();
  } finally {
    await rm(lock.path, { force: true });
  }
}

async function acquire(
  folder: SessionFolder,
  subject: string,
  deadlineMs: number,
): Promise<OwnedFile> {
  for (;;) {
    const holder = await findOther(folder, subject, undefined);
    const lock = holder === undefined ? await contend(folder, subject) : undefined;
    if (lock !== undefined) return lock;
    if (Date.now() > deadlineMs) throw busy(folder, subject, holder);
    // Contenders that stepped back for each other must not come back together.
    await wait(5 + Math.random() * 20);
  }
}

async function contend(folder: SessionFolder, subject: string): Promise<OwnedFile | undefined> {
  const lock = ownedFile(folder.locks, subject, 'lock');
  await writeFile(lock.path, '', { flag: 'wx', mode: 0o600 });
  if ((await findOther(folder, subject, lock.id)) === undefined) return lock;
  await rm(lock.path, { force: true });
  return undefined;
}

async function findOther(
  folder: SessionFolder,
  subject: string,
  ownId: string | undefined,
): Promise<OwnedFile | undefined> {
  for (const file of await listOwnedFiles(folder.locks, 'lock')) {
    if (file.subject !== subject || file.id === ownId) continue;
    if (await isOwnedByLiving(file)) return file;
    await rm(file.path, { force: true });
  }
  return undefined;
}

function busy(
  folder: SessionFolder,
  subject: string,
  holder: OwnedFile | undefined,
): LeastgrantError {
  const who = holder === undefined ? 'other processes' : `process ${ownerPid(holder.owner)}`;
  return new LeastgrantError(
    'E_SESSION_BUSY',
    `\`${subject}\` in \`${folder.root}\` is being written by ${who}`,
    { hint: 'wait until the other leastgrant has ended, then run the command again' },
  );
}
