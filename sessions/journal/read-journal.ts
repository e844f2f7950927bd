import { LeastgrantError } from '../../errors.ts';
import { decodeLine, linesOf, readFileLines } from '../format/line-reader.ts';
import { sortCalls } from '../merge.ts';
import { toSessionCall } from '../recorded-calls.ts';
import type { RunValue } from '../run-value.ts';
import type { SessionCall } from '../session-call.ts';
import {
  type CallEntry,
  type JournalEntry,
  type JournalHeader,
  parseJournalEntry,
  parseJournalHeader,
} from './journal-line.ts';

/** What a journal holds. */
export interface Journal {
  /** Null where the journal's first line is damaged. */
  readonly header: JournalHeader | null;
  /** The run's distinct calls, sorted. */
  readonly calls: readonly SessionCall[];
  /** What belongs to the run in the names that the calls have. */
  readonly runValues: readonly RunValue[];
  /** Whole lines that could not be read, with their line feeds. */
  readonly damagedLines: readonly Buffer[];
  /** True where the last line has no end, as a crash in the middle of a write leaves it. */
  readonly isTorn: boolean;
}

/**
 * Returns what a journal holds. Damage is skipped and returned, never guessed at.
 * @throws LeastgrantError E_INPUT where a newer leastgrant has written the journal
 */
export async function readJournal(path: string): Promise<Journal> {
  const reader = new JournalReader();
  let isTorn = false;
  for await (const batch of readFileLines(path)) {
    isTorn = batch.isUnended;
    if (isTorn) break;
    for (const line of linesOf(batch)) reader.take(line);
  }
  return { ...reader.finish(), isTorn };
}

class JournalReader {
  #isFirst = true;
  #header: JournalHeader | null = null;
  readonly #entries = new Map<number, CallEntry>();
  readonly #runValues: RunValue[] = [];
  readonly #damagedLines: Buffer[] = [];

  take(line: Buffer): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    try {
      const text = decodeLine(line) ?? '';
      if (isFirst) this.#header = parseJournalHeader(text);
      else if (!this.#keep(parseJournalEntry(text))) this.#setAside(line);
    } catch (error) {
      if (error instanceof LeastgrantError && error.code === 'E_INPUT') throw error;
      this.#setAside(line);
    }
  }

  finish(): Omit<Journal, 'isTorn'> {
    const calls: SessionCall[] = [];
    for (const { call, ...history } of this.#entries.values()) {
      if (call !== undefined) calls.push(toSessionCall({ call, ...history }));
    }
    const damagedLines = this.#damagedLines;
    const runValues = this.#runValues;
    return { header: this.#header, calls: sortCalls(calls), runValues, damagedLines };
  }

  // A count whose call is not known belongs to a damaged line and is kept with it.
  #keep(entry: JournalEntry): boolean {
    if ('runValue' in entry) {
      this.#runValues.push(entry.runValue);
      return true;
    }
    const known = this.#entries.get(entry.id);
    const call = entry.call ?? known?.call;
    if (call === undefined) return false;
    this.#entries.set(entry.id, known === undefined ? entry : { ...latest(known, entry), call });
    return true;
  }

  #setAside(line: Buffer): void {
    this.#damagedLines.push(Buffer.concat([line, Buffer.from('\n')]));
  }
}

// Counts only grow; lines may stand out of order after the journal was rewritten.
function latest(a: CallEntry, b: CallEntry): CallEntry {
  return {
    id: a.id,
    count: Math.max(a.count, b.count),
    firstSeenMs: Math.min(a.firstSeenMs, b.firstSeenMs),
    lastSeenMs: Math.max(a.lastSeenMs, b.lastSeenMs),
    call: a.call,
  };
}
