import type { ObservedCall } from '../../aws/api-call.ts';
import type { RunValue } from '../../generator/narrow/run-value.ts';
import type { RunValueFinder } from '../../generator/narrow/run-value-finder.ts';

/** Returns the values of runs that the parameters of a call hold, each once; none of a request that was not recognised. */
export function findInCall(call: ObservedCall, finder: RunValueFinder): readonly RunValue[] {
  const found = new Set<RunValue>();
  for (const text of textsOf(call)) {
    for (const { runValue } of finder.findTexts(text)) found.add(runValue);
    for (const { runValue } of finder.findNumbers(text)) found.add(runValue);
  }
  return [...found];
}

/** Returns the texts of a call's parameters. */
export function textsOf(call: ObservedCall): readonly string[] {
  return call.service === null ? [] : Object.values(call.parameters).flat();
}
