import { exitCodeOf, LeastgrantError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

/**
 * Says on stderr what went wrong, with its code and what to do about it, and returns the exit code.
 * `LEASTGRANT_DEBUG=1` adds the stack and the causes.
 */
export function reportError(error: unknown, terminal: Terminal): 2 | 3 {
  terminal.say(`leastgrant: ${describe(error)}`);
  if (error instanceof LeastgrantError && error.hint !== undefined) {
    terminal.say(`hint: ${oneLine(error.hint)}`);
  }
  if (!(error instanceof LeastgrantError)) {
    terminal.say('hint: this is a fault of leastgrant; LEASTGRANT_DEBUG=1 shows where it happened');
  }
  if (terminal.env.LEASTGRANT_DEBUG === '1') terminal.say(stackOf(error));
  return exitCodeOf(error);
}

function describe(error: unknown): string {
  if (error instanceof LeastgrantError) return `${oneLine(error.message)} (${error.code})`;
  return `${oneLine(error instanceof Error ? error.message : String(error))} (E_INTERNAL)`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\ncaused by: ${stackOf(error.cause)}`;
}
