import type { CallResult } from '../api-call.ts';

/** An answer as far as its outcome is concerned. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The beginning of the body; only read for errors. */
  readonly body: Uint8Array;
}

/**
 * Error codes that say that the caller lacks a permission.
 * Source: "Common errors" of the services' API references; `UnauthorizedOperation` is EC2's.
 */
const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedFault',
  'AuthorizationError',
  'AuthorizationErrorException',
  'Client.UnauthorizedOperation',
  'NotAuthorized',
  'UnauthorizedOperation',
]);

/**
 * Returns how a call ended: `denied` where AWS's error says that a permission lacks, or where a 403 has no error code
 * (the answer to a HEAD request); `failed` for every other error and where no answer came (undefined).
 */
export function readOutcome(answer: WireAnswer | undefined): CallResult {
  if (answer === undefined) return { outcome: 'failed', status: null, errorCode: null };
  const { status } = answer;
  if (status < 400) return { outcome: 'allowed', status, errorCode: null };
  const errorCode = readErrorCode(answer);
  const isDenied = errorCode === null ? status === 403 : denials.has(errorCode);
  return { outcome: isDenied ? 'denied' : 'failed', status, errorCode };
}

/**
 * Reads AWS's error code in each protocol's own shape: the header of REST-JSON, `__type` or `code` of JSON, `<Code>` of
 * XML. Source: Smithy 2.0, "Operation error serialization" of each protocol.
 */
function readErrorCode(answer: WireAnswer): string | null {
  const header = answer.headers.get('x-amzn-errortype') ?? answer.headers.get('x-amzn-error-type');
  const text = new TextDecoder().decode(answer.body);
  const inJson = /"(?:__type|code|Code)"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  const inXml = /<Code>\s*([^<\s]{1,200})\s*<\/Code>/.exec(text)?.[1];
  const code = header ?? inXml ?? inJson;
  // `aws.protocoltests#FooError:http://…` is FooError.
  const name = code?.replace(/:.*$/s, '').replace(/^.*#/s, '');
  return name !== undefined && /^[A-Za-z][\w.-]{0,120}$/.test(name) ? name : null;
}
