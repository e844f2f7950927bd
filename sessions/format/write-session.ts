import { ownedFile } from '../owned-file.ts';
import { replacePrivateFile } from '../replace-private-file.ts';
import { type SessionFolder, sessionFilePath } from '../session-folder.ts';
import { chunkText } from './chunk-text.ts';
import { formatSessionCall } from './format-call.ts';
import type { StoredSession } from './read-session.ts';
import { formatSessionHeader, SESSION_END } from './session-header.ts';

/** Writes a session's file, one call a line. It appears whole or not at all. */
export async function writeSession(folder: SessionFolder, session: StoredSession): Promise<void> {
  const { path } = ownedFile(folder.sessions, session.name, 'tmp');
  await replacePrivateFile(sessionFilePath(folder, session.name), path, formatSession(session));
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
