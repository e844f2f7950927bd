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
