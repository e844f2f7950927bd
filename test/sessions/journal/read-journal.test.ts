import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCall } from '../../../sessions/format/format-call.ts';
import {
  formatCount,
  formatJournalHeader,
  formatNewCall,
} from '../../../sessions/journal/journal-line.ts';
import { type Journal, readJournal } from '../../../sessions/journal/read-journal.ts';
import { getObjectAt } from '../support/sample-calls.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const created = '2026-01-31T09:00:00.000Z';
const header = formatJournalHeader({ created, replaces: false });

function newCall(id: number): string {
  const count = { id, count: 1, firstSeenMs: 1000, lastSeenMs: 1000 };
  return formatNewCall(count, formatCall(getObjectAt(`k${id}`)));
}

function countOf(id: number, count: number, lastSeenMs: number): string {
  return formatCount({ id, count, firstSeenMs: 1000, lastSeenMs });
}

async function read(...lines: readonly (string | Buffer)[]): Promise<Journal> {
  const path = join(await temporaryFolder(), 'journal.ndjson');
  writeFileSync(path, Buffer.concat(lines.map((line) => Buffer.from(line))));
  return readJournal(path);
}

function counts(journal: Journal): number[] {
  return journal.calls.map(({ count }) => count);
}

describe('readJournal', () => {
  it('returns every call with its latest count', async () => {
    const journal = await read(header, newCall(0), newCall(1), countOf(0, 7, 3000));
    expect(journal).toMatchObject({ header: { created }, damagedLines: [], isTorn: false });
    expect(counts(journal)).toEqual([7, 1]);
    expect(journal.calls[0]).toMatchObject({
      firstSeen: '1970-01-01T00:00:01.000Z',
      lastSeen: '1970-01-01T00:00:03.000Z',
    });
  });

  it('takes the highest count where lines stand out of order', async () => {
    const journal = await read(header, newCall(0), countOf(0, 7, 3000), countOf(0, 5, 2000));
    expect(counts(journal)).toEqual([7]);
  });

  it('drops a last line that was cut off, and says so', async () => {
    const journal = await read(header, newCall(0), newCall(1).slice(0, -20));
    expect(counts(journal)).toEqual([1]);
    expect(journal).toMatchObject({ damagedLines: [], isTorn: true });
  });

  it('skips damaged lines and returns their bytes', async () => {
    const noUtf8 = Buffer.from([0x5b, 0xff, 0x0a]);
    const journal = await read(header, newCall(0), '[1,1,oops]\n', noUtf8, newCall(2));
    expect(counts(journal)).toEqual([1, 1]);
    expect(Buffer.concat(journal.damagedLines)).toEqual(
      Buffer.concat([Buffer.from('[1,1,oops]\n'), noUtf8]),
    );
  });

  it('counts the count of a call that it does not know as damaged', async () => {
    const journal = await read(header, 'x\n', countOf(0, 4, 2000));
    expect(journal.calls).toEqual([]);
    expect(journal.damagedLines).toHaveLength(2);
  });

  it('keeps the calls where the first line is damaged', async () => {
    const journal = await read('{"format":\n', newCall(0));
    expect(journal.header).toBeNull();
    expect(counts(journal)).toEqual([1]);
  });

  it('refuses the journal of a newer leastgrant', async () => {
    const newer = header.replace('"version":1', '"version":2');
    await expect(read(newer, newCall(0))).rejects.toMatchObject({ code: 'E_INPUT' });
  });
});
