import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldJournals } from '../../../sessions/journal/fold-journals.ts';
import { formatJournalHeader } from '../../../sessions/journal/journal-line.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFilePath,
  sessionFolderAt,
} from '../../../sessions/session-folder.ts';
import { temporarySessionFolder } from '../support/temporary-folder.ts';

// Of another machine, so that only the time of its last touch tells whether it lives.
const DEAD = `00000000-1-0~0123456789abcdef`;
const header = formatJournalHeader({ created: '2026-01-31T09:00:00.000Z', replaces: false });

async function folderWith(content: string): Promise<{ folder: SessionFolder; journal: string }> {
  const folder = sessionFolderAt(await temporarySessionFolder());
  await makeSessionFolder(folder);
  const journal = join(folder.journals, `s~${DEAD}.ndjson`);
  await writeOld(journal, content);
  return { folder, journal };
}

// Not touched for long, so that nobody elsewhere can be writing it.
async function writeOld(path: string, content: string): Promise<void> {
  writeFileSync(path, content);
  await utimes(path, new Date(0), new Date(0));
}

describe('foldJournals', () => {
  it('makes a session of a run that was killed before its first call', async () => {
    const { folder, journal } = await folderWith(header);
    expect(await foldJournals(folder)).toEqual([
      'a recording of session `s` did not end; distinct calls kept: 0',
    ]);
    expect(existsSync(sessionFilePath(folder, 's'))).toBe(true);
    expect(existsSync(journal)).toBe(false);
  });

  it('makes no session of a journal that was never begun', async () => {
    const { folder, journal } = await folderWith('');
    expect(await foldJournals(folder)).toEqual([]);
    expect(existsSync(sessionFilePath(folder, 's'))).toBe(false);
    expect(existsSync(journal)).toBe(false);
  });

  it('keeps and reports a journal in which no line can be read', async () => {
    const { folder, journal } = await folderWith('garbage\n');
    expect(await foldJournals(folder)).toEqual([expect.stringContaining(`${journal}.damaged`)]);
    expect(readFileSync(`${journal}.damaged`, 'utf8')).toBe('garbage\n');
  });

  it('leaves a journal alone that its session cannot take in, and says why', async () => {
    const { folder, journal } = await folderWith(header);
    const session = sessionFilePath(folder, 's');
    writeFileSync(session, 'damaged');
    expect(await foldJournals(folder)).toEqual([expect.stringContaining(`\`${session}\`: line 1`)]);
    expect(readFileSync(journal, 'utf8')).toBe(header);
    expect(readFileSync(session, 'utf8')).toBe('damaged');
  });

  it('leaves the journal of a newer leastgrant alone', async () => {
    const newer = header.replace('"version":1', '"version":2');
    const { folder, journal } = await folderWith(newer);
    expect(await foldJournals(folder)).toEqual([expect.stringContaining('newer')]);
    expect(readFileSync(journal, 'utf8')).toBe(newer);
  });

  it('removes the temporary files and locks of the dead', async () => {
    const { folder } = await folderWith('');
    await writeOld(join(folder.sessions, `s~${DEAD}.tmp`), 'half');
    await writeOld(join(folder.locks, `s~${DEAD}.lock`), '');
    await foldJournals(folder);
    expect(readdirSync(folder.sessions)).toEqual([]);
    expect(readdirSync(folder.locks)).toEqual([]);
  });
});
