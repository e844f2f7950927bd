import type { ApiCall } from '../../aws/api-call.ts';

/** Makes ARN parts out of parameter values: one list of values for each argument; none where it says nothing. */
export type Transform = (
  values: readonly (readonly string[])[],
  call: ApiCall,
) => readonly string[];

/** Returns the transform that converts each value of its first argument, and drops what `convert` makes nothing of. */
export const each =
  (convert: (value: string, call: ApiCall) => string | undefined): Transform =>
  ([values = []], call) =>
    values.flatMap((value) => convert(value, call) ?? []);

/** Keeps the ARNs of this service. */
export const ofService = (service: string): Transform =>
  each((value) => (value.split(':')[2] === service ? value : undefined));

/** Keeps the values of all arguments that match. */
export const matching =
  (pattern: RegExp): Transform =>
  (values) =>
    values.flat().filter((value) => pattern.test(value));

/** Stands for six single-character wildcards until recorded values have been escaped. */
export const sixAnyCharacters = '\u0000'.repeat(6);
