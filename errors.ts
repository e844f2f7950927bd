/**
 * Every way in which leastgrant refuses or fails, by a stable code.
 * The codes are documented in docs/errors.md.
 */
export type ErrorCode =
  | 'E_USAGE'
  | 'E_INPUT'
  | 'E_COMMAND_NOT_FOUND'
  | 'E_SESSION_NAME'
  | 'E_SESSION_NOT_FOUND'
  | 'E_SESSION_BUSY'
  | 'E_SESSION_DAMAGED'
  | 'E_PORT_IN_USE'
  | 'E_UPSTREAM'
  | 'E_CATALOG'
  | 'E_INTERNAL';

/** What the reader of an error can do about it, and what led to it. */
export interface ErrorDetails {
  /** One sentence that says what to do, in lower case. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * The one error type of leastgrant.
 * Its message is lower case, without a final period, with user input in backticks.
 */
export class LeastgrantError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'LeastgrantError';
    this.code = code;
    this.hint = details.hint;
  }
}

/**
 * Returns the exit code for a failure: 2 for wrong use or unreadable input, 3 where leastgrant itself failed.
 */
export function exitCodeOf(error: unknown): 2 | 3 {
  if (!(error instanceof LeastgrantError)) return 3;
  return error.code === 'E_INTERNAL' || error.code === 'E_CATALOG' ? 3 : 2;
}
