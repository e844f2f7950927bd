import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findSessionFile,
  readSessionHeader,
  type StoredSession,
} from '../../../sessions/format/read-session.ts';
import { formatSession } from '../../../sessions/format/write-session.ts';
import { getObjectAt, seenAt } from '../support/sample-calls.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const calls = [seenAt(1, getObjectAt('k1')), seenAt(2, getObjectAt('k2'))];
const session: StoredSession = {
  name: 'default',
  created: '2026-01-31T09:00:00.000Z',
  updated: '2026-01-31T09:00:02.000Z',
  runs: 1,
  distinctCalls: 2,
  folded: [],
  runValues: [],
  calls,
};
const text = [...formatSession(session)].join('');

async function fileWith(content: string): Promise<string> {
  const path = join(await temporaryFolder(), 'default.json');
  writeFileSync(path, content);
  return path;
}

describe('findSessionFile', () => {
  it('returns the session that was written', async () => {
    expect(await findSessionFile(await fileWith(text))).toEqual(session);
  });

  it('returns undefined where there is no file', async () => {
    expect(await findSessionFile(join(await temporaryFolder(), 'none.json'))).toBeUndefined();
  });

  it.each([
    ['a line that is not JSON', 3, text.replace('"k2"', '"k2')],
    ['a call with a wrong field', 2, text.replace('"allowed"', '"fine"')],
    ['a file of something else', 1, '{"hello":"world"}\n'],
    ['an empty file', 1, ''],
    ['a call too few', 4, text.replace(/^.*"k1".*\n/m, '')],
    ['text after the end', 5, `${text}{}\n`],
    ['a line that is not UTF-8', 3, text.replace('"k2"', '"\u00ff"')],
  ])('refuses %s and names file and line', async (_what, line, damaged) => {
    const path = await fileWith('');
    writeFileSync(path, damaged, damaged.includes('\u00ff') ? 'latin1' : 'utf8');
    await expect(findSessionFile(path)).rejects.toMatchObject({
      code: 'E_SESSION_DAMAGED',
      message: expect.stringContaining(`\`${path}\`: line ${line}: `),
      hint: expect.any(String),
    });
  });

  it('refuses a file wherever it was cut off', async () => {
    const path = await fileWith(text);
    for (let size = text.trimEnd().length - 1; size >= 0; size -= 7) {
      truncateSync(path, size);
      await expect(findSessionFile(path)).rejects.toMatchObject({ code: 'E_SESSION_DAMAGED' });
    }
  });

  it('says to update leastgrant where a newer one has written the file', async () => {
    const path = await fileWith(text.replace('"version":1', '"version":2'));
    await expect(findSessionFile(path)).rejects.toMatchObject({
      code: 'E_INPUT',
      hint: expect.stringContaining('update leastgrant'),
    });
    expect(readFileSync(path, 'utf8')).toContain('"version":2');
  });

  it('takes Windows line ends', async () => {
    const path = await fileWith(text.replaceAll('\n', '\r\n'));
    expect((await findSessionFile(path))?.calls).toEqual(calls);
  });

  it('sorts and adds up what was put together by hand', async () => {
    const [head, first, second, end] = text.split('\n');
    const lines = [head?.replace('"distinctCalls":2', '"distinctCalls":3'), `${second},`, first];
    const path = await fileWith([...lines, second, end].join('\n'));
    const found = await findSessionFile(path);
    expect(found?.calls.map(({ count }) => count)).toEqual([1, 2]);
    expect(found?.distinctCalls).toBe(2);
  });
});

describe('readSessionHeader', () => {
  it('returns the first line alone', async () => {
    const { calls: _, ...header } = session;
    expect(await readSessionHeader(await fileWith(text))).toEqual(header);
  });
});
