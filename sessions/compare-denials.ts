import type { Denial } from '../aws/denial.ts';

/**
 * Orders what AWS said of two denied calls, for storing; zero where it said the same. Encoded messages do not count:
 * AWS encodes the same denial anew for each answer.
 */
export function compareDenials(
  a: readonly Denial[] | undefined,
  b: readonly Denial[] | undefined,
): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [left, right] = [textOf(a), textOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Returns the one of two equal lists whose encoded messages come first, so that any order of merging keeps the same. */
export function chooseDenials(
  a: readonly Denial[] | undefined,
  b: readonly Denial[] | undefined,
): readonly Denial[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return encodedIn(a) <= encodedIn(b) ? a : b;
}

function textOf(denials: readonly Denial[]): string {
  return JSON.stringify(
    denials.map(
      ({ principal, action, resources, deniedBy, isExplicit, policy, encodedMessage }) => [
        principal,
        action,
        resources,
        deniedBy,
        isExplicit,
        policy,
        encodedMessage !== null,
      ],
    ),
  );
}

function encodedIn(denials: readonly Denial[]): string {
  return denials.map(({ encodedMessage }) => encodedMessage ?? '').join('\n');
}
