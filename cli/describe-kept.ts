import type { Recording } from './recording.ts';

/**
 * Returns what is left of a recording whose session or policy could not be written. A policy of a part of the calls
 * would break the program: it must not pass for the whole.
 */
export function describeKept(recording: Pick<Recording, 'isKept'>, session: string): string {
  return recording.isKept()
    ? `the recording is kept; \`leastgrant generate ${session}\` makes its policy`
    : `calls of this recording are lost, and a policy of session \`${session}\` would lack them: record again`;
}
