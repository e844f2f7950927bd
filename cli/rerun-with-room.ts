import { stat } from 'node:fs/promises';
import { sessionFilePath, sessionFolderAt } from '../sessions/session-folder.ts';
import { runChild } from './child.ts';
import type { CommandContext } from './command-context.ts';

/** Smaller sessions take less time than another start of the program would save. */
const largeBytes = 64 * 1024 * 1024;

/**
 * How much room V8 has for new objects, each half of it. With its own 16 MiB a sixth of the time of a million calls goes into
 * moving objects out of the way that are still needed; it can be set when a process starts, and not later.
 */
const roomFlag = '--max-semi-space-size=64';

/**
 * Where the sessions in a folder are large, runs the same command with more room for new objects, which then does all that
 * is to be done, and ends as that does. Returns false, and does nothing, where they are not, or the room is there.
 */
export async function rerunWithRoom(
  folder: string,
  sessions: Iterable<string>,
  { exitWith }: Pick<CommandContext, 'exitWith'>,
): Promise<boolean> {
  if (process.execArgv.includes(roomFlag)) return false;
  if ((await sizeOf(folder, sessions)) < largeBytes) return false;
  const command = [process.execPath, roomFlag, ...process.execArgv, ...process.argv.slice(1)];
  const { exitCode } = await runChild({ command, env: process.env });
  exitWith(exitCode);
  return true;
}

/** Of the sessions that have a file. */
async function sizeOf(folder: string, sessions: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const name of new Set(sessions)) {
    const found = await stat(sessionFilePath(sessionFolderAt(folder), name)).catch(() => undefined);
    bytes += found?.size ?? 0;
  }
  return bytes;
}
