import { open, rename, rm } from 'node:fs/promises';
import { ownedFile } from '../owned-file.ts';
import { type SessionFolder, sessionFilePath } from '../session-folder.ts';
import { chunkText } from './chunk-text.ts';
import { formatSessionCall } from './format-call.ts';
import type { StoredSession } from './read-session.ts';
import { formatSessionHeader, SESSION_END } from './session-header.ts';

/**
 * Writes a session's file, one call a line. It appears whole or not at all: it is written beside the old
 * one, brought to the disk and then renamed.
 */
export async function writeSession(folder: SessionFolder, session: StoredSession): Promise<void> {
  const { path } = ownedFile(folder.sessions, session.name, 'tmp');
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for (const chunk of formatSession(session)) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, sessionFilePath(folder, session.name));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Yields the text of a session's file in pieces. Equal calls give equal lines, in an order of their own. */
export function formatSession(session: StoredSession): Generator<string> {
  return chunkText(sessionLines(session));
}

function* sessionLines(session: StoredSession): Generator<string> {
  const { calls } = session;
  yield `${formatSessionHeader({ ...session, distinctCalls: calls.length })}\n`;
  let left = calls.length;
  for (const call of calls) {
    left -= 1;
    yield `${formatSessionCall(call)}${left === 0 ? '' : ','}\n`;
  }
  yield `${SESSION_END}\n`;
}
