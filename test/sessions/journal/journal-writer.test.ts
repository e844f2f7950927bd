import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { JournalWriter, openJournal } from '../../../sessions/journal/journal-writer.ts';
import { ownedFile } from '../../../sessions/owned-file.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFolderAt,
} from '../../../sessions/session-folder.ts';
import { temporarySessionFolder } from '../support/temporary-folder.ts';

async function begin(): Promise<{ folder: SessionFolder; journal: JournalWriter }> {
  const folder = sessionFolderAt(await temporarySessionFolder());
  await makeSessionFolder(folder);
  return { folder, journal: await openJournal(folder, 's', 'header\n') };
}

function contentOf(folder: SessionFolder): string {
  const names = readdirSync(folder.journals);
  return names.map((name) => readFileSync(join(folder.journals, name), 'utf8')).join('---\n');
}

describe('JournalWriter', () => {
  it('writes what was appended without being asked to', async () => {
    const { folder, journal } = await begin();
    journal.append('1\n');
    journal.append('2\n');
    await vi.waitFor(() => expect(contentOf(folder)).toBe('header\n1\n2\n'));
    await journal.remove();
    expect(readdirSync(folder.journals)).toEqual([]);
  });

  it('replaces its content, and keeps lines that come meanwhile', async () => {
    const { folder, journal } = await begin();
    const lines = function* () {
      yield 'new\n'.repeat(100_000);
      journal.append('meanwhile\n');
      yield 'rest\n';
    };
    await journal.startOver(lines());
    journal.append('after\n');
    await journal.flush();
    expect(contentOf(folder)).toBe(`${'new\n'.repeat(100_000)}rest\nmeanwhile\nafter\n`);
    await journal.remove();
  });

  it('tells that it was removed, and can be begun anew under another id', async () => {
    const { folder, journal } = await begin();
    const { id } = journal;
    rmSync(folder.root, { recursive: true });
    expect(await journal.isLinked()).toBe(false);
    await journal.startOver(['all\n']);
    expect(await journal.isLinked()).toBe(true);
    expect(journal.id).not.toBe(id);
    expect(contentOf(folder)).toBe('all\n');
    await journal.remove();
  });

  // /dev/full takes no byte, as a full disk does.
  it.skipIf(!existsSync('/dev/full'))(
    'says that the disk is full, and throws nothing',
    async () => {
      const folder = sessionFolderAt(await temporarySessionFolder());
      await makeSessionFolder(folder);
      const file = ownedFile(folder.journals, 's', 'ndjson');
      const journal = new JournalWriter(folder, file, await open('/dev/full', 'w'));
      expect(journal.error).toBeUndefined();
      journal.append('1\n');
      await journal.flush();
      expect(journal.error).toMatchObject({ code: 'ENOSPC' });
      await journal.touch();
      expect(journal.error).toMatchObject({ code: 'ENOSPC' });
      await journal.remove();
    },
  );
});
