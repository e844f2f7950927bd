import type { ServerResponse } from 'node:http';

/** The header that tells an answer of ours from one of the upstream's. */
export const ERROR_HEADER = 'x-leastgrant-error';

/** Returns why a request or connection failed, in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) {
    // Node tries all addresses of a name; their errors say the same in most cases.
    const reasons = new Set(error.errors.map(reasonOf));
    if (reasons.size > 0) return [...reasons].join('; ');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice = certificateAdvice.get(code);
  const text = error instanceof Error ? error.message || error.name : String(error);
  const line = withoutOpensslDetails(text.replace(/[^\x20-\x7e]+/g, ' ')).replace(/[\s:]+$/, '');
  return advice === undefined ? line : `${line} (${advice})`;
}

const otherAuthority =
  'name the authority of its certificate with --upstream-ca, SSL_CERT_FILE or NODE_EXTRA_CA_CERTS';

/** What to do about a certificate of the upstream that does not hold, by OpenSSL's names of errors. */
const certificateAdvice: ReadonlyMap<string, string> = new Map([
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', otherAuthority],
  ['UNABLE_TO_GET_ISSUER_CERT', otherAuthority],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', otherAuthority],
  ['SELF_SIGNED_CERT_IN_CHAIN', otherAuthority],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', otherAuthority],
]);

/** OpenSSL's errors are places in its sources with the reason among them: `…:SSL routines:FUNCTION:REASON:FILE:LINE`. */
function withoutOpensslDetails(text: string): string {
  const reason = /:SSL routines:[^:]*:([^:]+):/.exec(text)?.[1];
  if (reason === undefined) return text;
  return reason === 'wrong version number' ? 'no TLS is spoken there' : `TLS failed: ${reason}`;
}

/** Returns the text of our own answer where no upstream gave one. */
export function failureText(destination: string, reason: string): string {
  return `leastgrant could not reach ${destination}: ${reason}\n`;
}

/** Answers 502 with the reason, unless an answer has begun. */
export function answerFailure(response: ServerResponse, destination: string, reason: string): void {
  const text = failureText(destination, reason);
  response.writeHead(502, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    [ERROR_HEADER]: reason,
  });
  response.end(text);
}
