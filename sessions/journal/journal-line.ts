import type { ObservedCall } from '../../aws/api-call.ts';
import { badData, isWhole, parseJson, parseJsonRecord, readTime } from '../format/json-fields.ts';
import { parseCall } from '../format/parse-call.ts';
import { readRunValue } from '../format/run-value-fields.ts';
import { expectFormat } from '../format/session-header.ts';
import type { RunValue } from '../run-value.ts';

/** How often and when a call was seen, as the journal knows it. Times in milliseconds since 1970. */
interface JournalCount {
  /** The call's number within the journal. */
  readonly id: number;
  readonly count: number;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
}

/** A count, with the call itself where the line is its first. */
export interface CallEntry extends JournalCount {
  readonly call: ObservedCall | undefined;
}

/** What a line of a journal says: of a call, or of a value that belongs to the run. */
export type JournalEntry = CallEntry | { readonly runValue: RunValue };

const FORMAT = 'leastgrant-journal';
const VERSION = 1;
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** What the first line of a journal says of its run. */
export interface JournalHeader {
  /** When the run began, as ISO 8601. */
  readonly created: string;
  /** True where the run takes the place of what its session had recorded before. */
  readonly replaces: boolean;
}

/** Returns the first line of a journal. */
export function formatJournalHeader({ created, replaces }: JournalHeader): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, created, replaces })}\n`;
}

/** Returns the line of a new call. `callJson` comes from `formatCall`. */
export function formatNewCall(count: JournalCount, callJson: string): string {
  return `${numbersOf(count)},${callJson}]\n`;
}

/** Returns the line of a value that belongs to the run and stands in a call's names. */
export function formatRunValue({ source, value }: RunValue): string {
  return `${JSON.stringify({ source, value })}\n`;
}

/** Returns the line of a call that is known. Counts are totals, so that a lost line harms no other. */
export function formatCount(count: JournalCount): string {
  return `${numbersOf(count)}]\n`;
}

/**
 * Reads the first line of a journal.
 * @throws LeastgrantError E_SESSION_DAMAGED; E_INPUT where a newer leastgrant has written the journal
 */
export function parseJournalHeader(line: string): JournalHeader {
  const record = parseJsonRecord(line);
  expectFormat(record, FORMAT, VERSION);
  return { created: readTime(record, 'created'), replaces: record.replaces === true };
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function parseJournalEntry(line: string): JournalEntry {
  const value = parseJson(line);
  if (!Array.isArray(value)) return { runValue: readRunValue(value) };
  if (value.length !== 4 && value.length !== 5) {
    throw badData('not a journal line');
  }
  const [id, count, firstSeenMs, lastSeenMs, call]: unknown[] = value;
  if (!isWhole(id) || !isWhole(count) || count === 0) throw badData('not a count');
  if (!isTimeMs(firstSeenMs) || !isTimeMs(lastSeenMs)) throw badData('not a time');
  const parsed = value.length === 5 ? parseCall(call) : undefined;
  return { id, count, firstSeenMs, lastSeenMs, call: parsed };
}

/** Tells whether a value is a time in milliseconds that ISO 8601 writes with four digits for the year. */
export function isTimeMs(value: unknown): value is number {
  return isWhole(value) && value <= LATEST_MS;
}

function numbersOf({ id, count, firstSeenMs, lastSeenMs }: JournalCount): string {
  return `[${id},${count},${firstSeenMs},${lastSeenMs}`;
}
