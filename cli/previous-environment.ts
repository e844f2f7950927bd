import { LeastgrantError } from '../errors.ts';

/** The variable in which a shell keeps what it had before `leastgrant env` changed it. */
export const previousVariable = 'LEASTGRANT_PREVIOUS';

/** What variables held: null for those that were not there. */
export type PreviousEnvironment = Readonly<Record<string, string | null>>;

/**
 * Returns the text that remembers what an environment holds of the variables that are about to be set in it. In base64,
 * because a proxy's URL may hold a password that no screen should show.
 */
export function formatPrevious(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): string {
  const before = [...names, previousVariable].sort().map((name) => [name, env[name] ?? null]);
  return Buffer.from(JSON.stringify(Object.fromEntries(before))).toString('base64');
}

/**
 * Reads what a shell had before `leastgrant env` changed it.
 * @throws LeastgrantError E_INPUT where it says nothing of the kind
 */
export function readPrevious(
  env: Readonly<Record<string, string | undefined>>,
): PreviousEnvironment {
  const text = env[previousVariable];
  const entries = text === undefined ? undefined : parseEntries(text);
  if (entries !== undefined) return Object.fromEntries(entries);
  throw new LeastgrantError(
    'E_INPUT',
    `\`${previousVariable}\` does not say what was there before`,
    {
      hint: 'run it in the shell that evaluated what `leastgrant env` printed',
    },
  );
}

function parseEntries(text: string): readonly (readonly [string, string | null])[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64').toString());
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries: (readonly [string, string | null])[] = [];
  for (const [name, one] of Object.entries(value)) {
    if (typeof one !== 'string' && one !== null) return undefined;
    entries.push([name, one]);
  }
  return entries;
}
