import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addToSession } from '../../sessions/add-to-session.ts';
import {
  makeSessionFolder,
  type SessionFolder,
  sessionFilePath,
  sessionFolderAt,
} from '../../sessions/session-folder.ts';
import { listSessions, sessionNames } from '../../sessions/session-index.ts';
import { seenAt } from './support/sample-calls.ts';
import { temporarySessionFolder } from './support/temporary-folder.ts';

async function folderWith(...names: readonly string[]): Promise<SessionFolder> {
  const folder = sessionFolderAt(await temporarySessionFolder());
  await makeSessionFolder(folder);
  for (const name of names) await add(folder, name);
  return folder;
}

async function add(folder: SessionFolder, name: string): Promise<void> {
  const added = { calls: [seenAt(1)], created: seenAt(0).firstSeen, runs: 1, runValues: [] };
  await addToSession(folder, name, { ...added, journalId: undefined });
}

async function listed(folder: SessionFolder): Promise<string[]> {
  return (await listSessions(folder)).sessions.map(({ name, runs }) => `${name}:${runs}`);
}

/** Makes the index newer than every session file, as it is once all is written. */
function touchIndex(folder: SessionFolder): void {
  const later = new Date(Date.now() + 10_000);
  utimesSync(folder.index, later, later);
}

describe('listSessions', () => {
  it('is empty where nothing was recorded', async () => {
    const folder = sessionFolderAt(await temporarySessionFolder());
    expect(await listSessions(folder)).toEqual({ sessions: [], problems: [] });
  });

  it('is answered by the index', async () => {
    const folder = await folderWith('a');
    const text = readFileSync(folder.index, 'utf8');
    writeFileSync(folder.index, text.replace('"runs":1', '"runs":41'));
    touchIndex(folder);
    expect(await listed(folder)).toEqual(['a:41']);
  });

  // Windows has no such bits.
  it.skipIf(process.platform === 'win32')('is kept where its owner alone can read it', async () => {
    const folder = await folderWith('a', 'b');
    expect(statSync(folder.index).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.sessions)).toEqual(['a.json', 'b.json']);
  });

  it('sorts by name and has what every session is made of', async () => {
    const folder = await folderWith('b', 'a-b', 'a');
    await add(folder, 'b');
    expect(await listed(folder)).toEqual(['a:1', 'a-b:1', 'b:2']);
    expect((await listSessions(folder)).sessions[2]).toEqual({
      name: 'b',
      created: seenAt(0).firstSeen,
      updated: seenAt(1).lastSeen,
      runs: 2,
      distinctCalls: 1,
    });
  });

  it.each([
    ['lost', (path: string) => rmSync(path)],
    ['damaged', (path: string) => writeFileSync(path, '{"format":"leastgrant-index","ver')],
    ['full of something else', (path: string) => writeFileSync(path, '[]')],
  ])('needs no index that is %s', async (_what, harm) => {
    const folder = await folderWith('a', 'b');
    harm(folder.index);
    expect(await listed(folder)).toEqual(['a:1', 'b:1']);
    await add(folder, 'c');
    expect(await listed(folder)).toEqual(['a:1', 'b:1', 'c:1']);
    expect(JSON.parse(readFileSync(folder.index, 'utf8')).sessions).toHaveLength(3);
  });

  it('knows session files that came or went by hand', async () => {
    const folder = await folderWith('a', 'b');
    copyFileSync(sessionFilePath(folder, 'a'), sessionFilePath(folder, 'copy'));
    rmSync(sessionFilePath(folder, 'b'));
    touchIndex(folder);
    expect(await listed(folder)).toEqual(['a:1', 'copy:1']);
  });

  it('sees that a session file is newer than the index', async () => {
    const folder = await folderWith('a');
    const stale = readFileSync(folder.index);
    await add(folder, 'a');
    writeFileSync(folder.index, stale);
    utimesSync(folder.index, new Date(0), new Date(0));
    expect(await listed(folder)).toEqual(['a:2']);
  });

  it('lists the others where one file cannot be read, and names it', async () => {
    const folder = await folderWith('a', 'b');
    const damaged = sessionFilePath(folder, 'a');
    writeFileSync(damaged, 'garbage');
    // Some file systems count time in steps of milliseconds, and the index was written this very moment.
    const later = new Date(Date.now() + 1000);
    utimesSync(damaged, later, later);
    const { sessions, problems } = await listSessions(folder);
    expect(sessions.map(({ name }) => name)).toEqual(['b']);
    expect(problems).toEqual([expect.stringContaining(damaged)]);
  });
});

describe('sessionNames', () => {
  it('ignores what is not a session', async () => {
    const folder = await folderWith('a');
    writeFileSync(`${folder.sessions}/notes.txt`, '');
    expect(await sessionNames(folder)).toEqual(['a']);
  });
});
