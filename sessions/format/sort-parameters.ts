import type { ParameterValue } from '../../aws/api-call.ts';

/**
 * Returns the parameters with their names in the order of their UTF-16 code units; the same object where
 * they already are. (JavaScript puts names that look like array indexes first; that too is always the same.)
 */
export function sortParameters(
  parameters: Readonly<Record<string, ParameterValue>>,
): Readonly<Record<string, ParameterValue>> {
  const names = Object.keys(parameters);
  if (areSorted(names)) return parameters;
  // fromEntries makes `__proto__` an ordinary name, which an assignment would not.
  return Object.fromEntries(names.sort().map((name) => [name, parameters[name] ?? '']));
}

function areSorted(names: readonly string[]): boolean {
  for (let at = 1; at < names.length; at += 1) {
    if ((names[at - 1] ?? '') > (names[at] ?? '')) return false;
  }
  return true;
}
