import type { CallResult } from '../api-call.ts';
import type { Denial } from '../denial.ts';
import { canHoldErrors, readEntryErrors } from './entry-errors.ts';
import { isEventStream, readStreamError } from './event-stream.ts';
import { parseDenials } from './parse-denials.ts';
import { readError, type WireError } from './read-error.ts';

/** An answer as far as its outcome is concerned. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The beginning of the body; only read for errors, and where a success can hold one. */
  readonly body: Uint8Array;
}

/**
 * Error codes that say that the caller lacks a permission, besides those that contain `AccessDenied`.
 * Source: "Common errors" and the errors of the operations in the services' API references; `UnauthorizedOperation` is
 * EC2's, `AuthorizationError` SNS's, `ForbiddenException` that of MediaConvert, MSK and IoT.
 */
const denials: ReadonlySet<string> = new Set([
  'AccessForbidden',
  'AuthorizationError',
  'AuthorizationErrorException',
  'AuthorizationException',
  'Client.UnauthorizedOperation',
  'ForbiddenException',
  'InsufficientPrivilegesException',
  'NotAuthorized',
  'SNSNoAuthorizationFault',
  'UnauthorizedException',
  'UnauthorizedOperation',
  'UnauthorizedOperationException',
  'UnauthorizedResourceAccessException',
]);

/**
 * Returns how a call ended: `denied` where AWS's error says that a permission lacks, or where a 403 has no error code
 * (the answer to a HEAD request); `failed` for every other error and where no answer came (undefined). A success is
 * `denied` where one of its entries was, or where its stream ended so. With it goes what AWS says of the reason.
 */
export function readOutcome(
  answer: WireAnswer | undefined,
  operation: string | null = null,
): CallResult {
  if (answer === undefined) return { outcome: 'failed', status: null, errorCode: null };
  const { status, headers, body } = answer;
  if (status < 400) return readSuccess(answer, operation);
  const error = readError(headers, body);
  const reasons = parseDenials(error.message ?? '');
  const isDenied = isDenial(error) || reasons.length > 0 || (error.code === null && status === 403);
  return resultOf(isDenied ? 'denied' : 'failed', status, error.code, reasons);
}

function readSuccess({ status, headers, body }: WireAnswer, operation: string | null): CallResult {
  const allowed = { outcome: 'allowed', status, errorCode: null } as const;
  if (body.length === 0) return allowed;
  const whole = isEventStream(headers) ? readStreamError(body) : readLateError(operation, body);
  if (whole !== undefined) {
    const reasons = parseDenials(whole.message ?? '');
    return resultOf(isDenial(whole) ? 'denied' : 'failed', status, whole.code, reasons);
  }
  if (operation === null || !canHoldErrors(operation)) return allowed;
  const denied = readEntryErrors(operation, body).filter(isDenial);
  const [first] = denied;
  if (first === undefined) return allowed;
  const reasons = denied.flatMap(({ message }) => parseDenials(message ?? ''));
  return resultOf('denied', status, first.code, distinct(reasons));
}

// The body of an answer that began before its work was done.
function readLateError(operation: string | null, body: Uint8Array): WireError | undefined {
  if (operation === null || !canHoldErrors(operation)) return undefined;
  const start = new TextDecoder().decode(body.subarray(0, 512));
  return /^\s*(?:<\?xml[^>]*>\s*)?<Error[\s>]/.test(start) ? readError(noHeaders, body) : undefined;
}

const noHeaders: ReadonlyMap<string, string> = new Map();

function isDenial({ code, message }: WireError): boolean {
  if (code !== null && (/AccessDenied/i.test(code) || denials.has(code))) return true;
  return message !== null && parseDenials(message).length > 0;
}

function resultOf(
  outcome: CallResult['outcome'],
  status: number,
  errorCode: string | null,
  reasons: readonly Denial[],
): CallResult {
  return { outcome, status, errorCode, ...(reasons.length > 0 && { denials: reasons }) };
}

function distinct(reasons: readonly Denial[]): readonly Denial[] {
  return [...new Map(reasons.map((one) => [JSON.stringify(one), one])).values()];
}
