import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addToSession } from '../../sessions/add-to-session.ts';
import { formatCall } from '../../sessions/format/format-call.ts';
import { formatJournalHeader, formatNewCall } from '../../sessions/journal/journal-line.ts';
import { type OwnedFile, ownedFile } from '../../sessions/owned-file.ts';
import { findSnapshot } from '../../sessions/read-snapshot.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFolderAt,
} from '../../sessions/session-folder.ts';
import { seenAt } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

const call = seenAt(0);

async function folderWithJournal(): Promise<{ folder: SessionFolder; journal: OwnedFile }> {
  const folder = sessionFolderAt(await temporarySessionFolder());
  await makeSessionFolder(folder);
  const journal = ownedFile(folder.journals, 's', 'ndjson');
  const seenMs = Date.parse(call.firstSeen);
  const count = { id: 0, count: 1, firstSeenMs: seenMs, lastSeenMs: seenMs };
  const lines =
    formatJournalHeader({ created: call.firstSeen, replaces: false }) +
    formatNewCall(count, formatCall(call));
  writeFileSync(journal.path, lines);
  return { folder, journal };
}

function added(journalId: string | undefined) {
  return { calls: [call], created: call.firstSeen, runs: 1, runValues: [], journalId };
}

describe('findSnapshot', () => {
  it('adds what a running recorder has seen to what is stored', async () => {
    const { folder } = await folderWithJournal();
    await addToSession(folder, 's', added(undefined));
    expect(await findSnapshot(folder, 's')).toMatchObject({ runs: 2, calls: [{ count: 2 }] });
  });

  it('counts a journal once that is folded in but not removed yet', async () => {
    const { folder, journal } = await folderWithJournal();
    await addToSession(folder, 's', added(journal.id));
    await addToSession(folder, 's', added(undefined));
    expect(await findSnapshot(folder, 's')).toMatchObject({ runs: 2, calls: [{ count: 2 }] });
  });

  it('is undefined where there is neither file nor journal', async () => {
    const { folder } = await folderWithJournal();
    expect(await findSnapshot(folder, 'other')).toBeUndefined();
  });
});
