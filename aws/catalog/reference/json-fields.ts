import { LeastgrantError } from '../../../errors.ts';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns the error for data that is not in the form of the Service Reference Information. */
export function malformed(where: string, what: string): LeastgrantError {
  return new LeastgrantError('E_UPSTREAM', `${where} is not ${what}`, {
    hint: "nothing was changed; a server stands in for AWS's, or its form is newer than this leastgrant",
  });
}

/** @throws LeastgrantError E_UPSTREAM */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(where, 'JSON');
  }
}

/** @throws LeastgrantError E_UPSTREAM */
export function readObject(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw malformed(where, 'an object');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws LeastgrantError E_UPSTREAM */
export function readList(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed(where, 'a list');
}

/**
 * Returns a list that AWS leaves out where it is empty.
 * @throws LeastgrantError E_UPSTREAM
 */
export function readOptionalList(value: unknown, where: string): readonly unknown[] {
  return value === undefined ? [] : readList(value, where);
}

/**
 * Returns a text that matches the pattern as a whole.
 * @throws LeastgrantError E_UPSTREAM
 */
export function readText(value: unknown, where: string, pattern: RegExp): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw malformed(where, 'a text of the expected form');
}

/**
 * Returns a whole number that is not negative.
 * @throws LeastgrantError E_UPSTREAM
 */
export function readWhole(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw malformed(where, 'a whole number');
}
