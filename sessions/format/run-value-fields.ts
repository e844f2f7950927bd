import { type RunValue, uniteRunValues } from '../run-value.ts';
import { badData, expectFieldCount, type JsonRecord, readRecord, readText } from './json-fields.ts';

/** Returns what a session's first line says of the values of its runs: no field where there are none. */
export function runValueFields(values: readonly RunValue[]): {
  readonly runValues?: readonly RunValue[];
} {
  return values.length === 0
    ? {}
    : { runValues: values.map(({ source, value }) => ({ source, value })) };
}

/**
 * Reads the values of the runs of a session: none where its first line has no such field.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function readRunValues({ runValues }: JsonRecord): readonly RunValue[] {
  if (runValues === undefined) return [];
  if (!Array.isArray(runValues) || runValues.length === 0) {
    throw badData('`runValues` is not a list');
  }
  return uniteRunValues(runValues.map(readRunValue), []);
}

/** @throws LeastgrantError E_SESSION_DAMAGED */
export function readRunValue(value: unknown): RunValue {
  const record = readRecord(value, 'a value of a run');
  expectFieldCount(record, 2);
  return { source: readText(record, 'source'), value: readText(record, 'value') };
}
