import { LeastgrantError } from '../../errors.ts';
import type { RunValue } from '../run-value.ts';
import {
  badData,
  expectFieldCount,
  type JsonRecord,
  parseJsonRecord,
  readText,
  readTexts,
  readTime,
  readWhole,
} from './json-fields.ts';
import { readRunValues, runValueFields } from './run-value-fields.ts';

/** What a list of sessions says of one. Times are ISO 8601 in UTC with milliseconds. */
export interface SessionSummary {
  readonly name: string;
  /** When its first run began. */
  readonly created: string;
  /** When its last call was seen. */
  readonly updated: string;
  /** How many recordings it is made of. */
  readonly runs: number;
  readonly distinctCalls: number;
}

/** The first line of a session's file. */
export interface SessionHeader extends SessionSummary {
  /**
   * Ids of the journals that were folded in and may still exist: a crash between writing the session and
   * removing the journal must not count its calls twice.
   */
  readonly folded: readonly string[];
  /** What belongs to one of its runs in the names that its calls have; sorted. */
  readonly runValues: readonly RunValue[];
}

const FORMAT = 'leastgrant-session';
const VERSION = 1;
const HEADER_FIELDS = 9;

/** The last line of a session's file; a file without it has lost its end. */
export const SESSION_END = ']}';

/** Returns the first line of a session's file; with the calls and `SESSION_END` the file is one JSON value. */
export function formatSessionHeader(header: SessionHeader): string {
  const { name, created, updated, runs, distinctCalls, folded, runValues } = header;
  const summary = { name, created, updated, runs, distinctCalls, folded };
  const fields = { ...summary, ...runValueFields(runValues), calls: [] };
  return JSON.stringify({ format: FORMAT, version: VERSION, ...fields }).slice(0, -2);
}

/**
 * Reads the first line of a session's file.
 * @throws LeastgrantError E_SESSION_DAMAGED; E_INPUT where another version of leastgrant has written it
 */
export function parseSessionHeader(line: string): SessionHeader {
  const record = parseJsonRecord(line + SESSION_END);
  expectFormat(record, FORMAT, VERSION);
  const header = {
    name: readText(record, 'name'),
    created: readTime(record, 'created'),
    updated: readTime(record, 'updated'),
    runs: readWhole(record, 'runs'),
    distinctCalls: readWhole(record, 'distinctCalls'),
    folded: readTexts(record, 'folded'),
    runValues: readRunValues(record),
  };
  expectFieldCount(record, record.runValues === undefined ? HEADER_FIELDS : HEADER_FIELDS + 1);
  return header;
}

/**
 * Checks a file's `format` and `version`.
 * @throws LeastgrantError E_SESSION_DAMAGED; E_INPUT where another version of leastgrant has written it
 */
export function expectFormat(record: JsonRecord, format: string, version: number): void {
  if (record.format !== format) throw badData(`not a ${format} file`);
  const found = readWhole(record, 'version');
  if (found > version) {
    throw new LeastgrantError('E_INPUT', `format version ${found} is newer than ${version}`, {
      hint: 'update leastgrant to the version that wrote the file',
    });
  }
  if (found < version) {
    throw new LeastgrantError('E_INPUT', `format version ${found} is older than ${version}`, {
      hint: 'record again: no released leastgrant has written this version',
    });
  }
}
