import { LeastgrantError } from '../errors.ts';

/** Tells whether a failed system call failed with one of `codes`, such as `ENOENT`. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

/** Returns what a caught value says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Returns the error for a session folder that cannot be read or written; leastgrant's own errors stay. */
export function storageError(root: string, error: unknown): LeastgrantError {
  if (error instanceof LeastgrantError) return error;
  if (hasErrorCode(error, 'ENOTDIR')) {
    return new LeastgrantError('E_INPUT', `session folder \`${root}\` is no folder`, {
      hint: 'name a folder with --dir or LEASTGRANT_DIR; one that is missing is made',
      cause: error,
    });
  }
  const message = `cannot use session folder \`${root}\`: ${messageOf(error)}`;
  const hint =
    'check that the folder is yours and that the disk has room, or choose another one with --dir';
  return new LeastgrantError('E_INTERNAL', message, { hint, cause: error });
}
