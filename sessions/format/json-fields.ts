import { LeastgrantError } from '../../errors.ts';

/** A JSON object of which nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Returns the error for stored data that is not what leastgrant writes; the caller adds file and line. */
export function badData(what: string): LeastgrantError {
  return new LeastgrantError('E_SESSION_DAMAGED', what);
}

/**
 * Returns the JSON object in `text`.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function parseJsonRecord(text: string): JsonRecord {
  return readRecord(parseJson(text), 'the line');
}

/**
 * Returns the JSON value in `text`.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badData('not JSON');
  }
}

/** Tells a JSON object from every other JSON value. */
function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function readRecord(value: unknown, what: string): JsonRecord {
  if (isRecord(value)) return value;
  throw badData(`${what} is not an object`);
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function readText(record: JsonRecord, field: string): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  throw badData(`\`${field}\` is not a string`);
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function readNullableText(record: JsonRecord, field: string): string | null {
  return record[field] === null ? null : readText(record, field);
}

/**
 * Returns a whole number that is not negative.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function readWhole(record: JsonRecord, field: string): number {
  const value = record[field];
  if (isWhole(value)) return value;
  throw badData(`\`${field}\` is not a whole number`);
}

/** Tells whether a value is a whole number that is not negative and exact. */
export function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Returns a time as ISO 8601 in UTC with milliseconds, such as `2026-01-31T09:00:00.000Z`.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function readTime(record: JsonRecord, field: string): string {
  const value = readText(record, field);
  if (ISO_TIME.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw badData(`\`${field}\` is not a time`);
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function readTexts(record: JsonRecord, field: string): readonly string[] {
  const value = record[field];
  if (isTexts(value)) return value;
  throw badData(`\`${field}\` is not a list of strings`);
}

/** Tells whether a value is a list of strings. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/**
 * Checks that the record has exactly `count` fields. Called when all that are known have been read: one
 * that is not understood would be lost at the next write.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function expectFieldCount(record: JsonRecord, count: number): void {
  const fields = Object.keys(record);
  if (fields.length !== count) {
    throw badData(`${fields.length} fields where ${count} are known`);
  }
}
