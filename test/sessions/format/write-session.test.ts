import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../sessions/format/line-reader.ts';
import {
  findSessionFile,
  readSession,
  type StoredSession,
} from '../../../sessions/format/read-session.ts';
import { formatSession, writeSession } from '../../../sessions/format/write-session.ts';
import { mergeCalls, sortCalls } from '../../../sessions/merge.ts';
import type { SessionCall } from '../../../sessions/session-call.ts';
import {
  makeSessionFolder,
  sessionFilePath,
  sessionFolderAt,
} from '../../../sessions/session-folder.ts';
import { arbitrarySession } from '../support/arbitrary-calls.ts';
import { getObjectAt, seenAt } from '../support/sample-calls.ts';
import { temporarySessionFolder } from '../support/temporary-folder.ts';

function sessionOf(calls: readonly SessionCall[]): StoredSession {
  const time = '2026-01-31T09:00:00.000Z';
  const { length } = calls;
  return {
    name: 's',
    created: time,
    updated: time,
    runs: 1,
    distinctCalls: length,
    folded: [],
    runValues: [],
    calls,
  };
}

function textOf(calls: readonly SessionCall[]): string {
  return [...formatSession(sessionOf(calls))].join('');
}

async function* streamOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe('formatSession', () => {
  it('gives the same bytes for the same recording, in whatever order it was made', () => {
    fc.assert(
      fc.property(arbitrarySession, (calls) => {
        expect(textOf(mergeCalls([], [...calls].reverse()))).toBe(textOf(sortCalls(calls)));
      }),
    );
  });

  it('can be read back whatever the calls hold, and is one JSON value', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySession, async (calls) => {
        const text = textOf(sortCalls(calls));
        const session = await readSession(readLines(streamOf(text)), '-');
        expect(textOf(session.calls)).toBe(text);
        expect(JSON.parse(text).calls).toHaveLength(session.calls.length);
      }),
    );
  });

  it('writes one call a line', () => {
    const text = textOf([seenAt(0, getObjectAt('a\nb')), seenAt(0, getObjectAt('c'))]);
    expect(text.split('\n')).toHaveLength(1 + 2 + 1 + 1);
  });
});

describe('writeSession', () => {
  it('leaves one file, readable by its owner alone', async () => {
    const folder = sessionFolderAt(await temporarySessionFolder());
    await makeSessionFolder(folder);
    await writeSession(folder, sessionOf([seenAt(0)]));
    expect(readdirSync(folder.sessions)).toEqual(['s.json']);
    const path = sessionFilePath(folder, 's');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await findSessionFile(path))?.calls).toEqual([seenAt(0)]);
  });

  it('leaves the old file whole and no other where writing fails', async () => {
    const folder = sessionFolderAt(await temporarySessionFolder());
    await makeSessionFolder(folder);
    await writeSession(folder, sessionOf([seenAt(0)]));
    const before = readFileSync(sessionFilePath(folder, 's'));
    const broken = { ...sessionOf([]), calls: brokenCalls() };
    await expect(writeSession(folder, broken)).rejects.toThrow('out of calls');
    expect(readFileSync(sessionFilePath(folder, 's'))).toEqual(before);
    expect(readdirSync(folder.sessions)).toEqual(['s.json']);
  });
});

function brokenCalls(): readonly SessionCall[] {
  const calls = [seenAt(0)];
  Object.defineProperty(calls, Symbol.iterator, {
    value: () => {
      throw new Error('out of calls');
    },
  });
  return calls;
}
