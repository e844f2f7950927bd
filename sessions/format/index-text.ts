import {
  badData,
  expectFieldCount,
  parseJsonRecord,
  readRecord,
  readText,
  readTime,
  readWhole,
} from './json-fields.ts';
import { expectFormat, type SessionSummary } from './session-header.ts';

const FORMAT = 'leastgrant-index';
const VERSION = 1;
const SUMMARY_FIELDS = 5;

/** Returns the text of the index, one session a line. */
export function formatIndex(sessions: readonly SessionSummary[]): string {
  const lines = sessions.map(({ name, created, updated, runs, distinctCalls }) =>
    JSON.stringify({ name, created, updated, runs, distinctCalls }),
  );
  const head = JSON.stringify({ format: FORMAT, version: VERSION, sessions: [] }).slice(0, -2);
  return `${head}\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Returns the sessions in the text of an index.
 * @throws LeastgrantError E_SESSION_DAMAGED; E_INPUT where a newer leastgrant has written it
 */
export function parseIndex(text: string): readonly SessionSummary[] {
  const record = parseJsonRecord(text);
  expectFormat(record, FORMAT, VERSION);
  const sessions = record.sessions;
  if (!Array.isArray(sessions)) throw badData('`sessions` is not a list');
  return sessions.map(parseSummary);
}

function parseSummary(value: unknown): SessionSummary {
  const record = readRecord(value, 'the session');
  expectFieldCount(record, SUMMARY_FIELDS);
  return {
    name: readText(record, 'name'),
    created: readTime(record, 'created'),
    updated: readTime(record, 'updated'),
    runs: readWhole(record, 'runs'),
    distinctCalls: readWhole(record, 'distinctCalls'),
  };
}
