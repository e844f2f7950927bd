import { listNames } from '../describe-calls.ts';
import { plural } from '../plural.ts';
import type { IgnoredCalls } from './ignored-calls.ts';

/** Returns a line for each rule by which calls were ignored: how many, which, and why. */
export function describeIgnored(ignored: readonly IgnoredCalls[]): readonly string[] {
  return ignored
    .filter(({ calls }) => calls > 0)
    .map(({ rule, calls, operations }) => {
      const where = rule.resource === undefined ? '' : ` on ${rule.resource}`;
      return `  ignored: ${plural(calls, 'call')}, ${listNames(operations)}${where}: ${rule.reason}`;
    });
}
