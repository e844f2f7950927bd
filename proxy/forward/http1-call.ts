import http from 'node:http';
import { lowerName } from './raw-headers.ts';
import type { Upstream } from './upstream-pool.ts';

/** The largest head of a message, in bytes, either way. AWS itself allows far less. */
export const MAX_HEAD_BYTES = 131_072;

/** The request line and headers that go upstream. */
export interface CallHead {
  readonly method: string;
  /** Path and query exactly as received. */
  readonly target: string;
  /** End-to-end headers, names and values by turns. */
  readonly headers: string[];
}

const NODE_WOULD_ADD = ['connection', 'content-length', 'transfer-encoding'];

/**
 * Starts a request over a kept or new connection. Its headers are the given ones, byte for byte,
 * with nothing added: Node would add `Host`, `Connection` and, to a POST without a body, `Transfer-Encoding`.
 */
export function openCall(upstream: Upstream, head: CallHead): http.ClientRequest {
  const { headers } = head;
  const options: http.RequestOptions = {
    agent: upstream.agent,
    method: head.method,
    path: upstream.targetPrefix + head.target,
    host: upstream.destination.host,
    port: upstream.destination.port,
    setHost: false,
    maxHeaderSize: MAX_HEAD_BYTES,
  };
  // Set one by one, a repeated header would move to where it stood first; a ready array keeps
  // its place, but makes Node add `Connection: keep-alive`.
  const isReady = upstream.proxyAuthorization === undefined && hasScatteredRepeats(headers);
  const call = http.request(isReady ? { ...options, headers } : options);
  if (!isReady) setExactHeaders(call, headers, upstream.proxyAuthorization);
  // Else Node drops what comes after a thousand headers of the answer.
  call.maxHeadersCount = 0;
  return call;
}

/** Makes these the only headers of a request that has not been sent: nothing is added to them. */
export function setExactHeaders(
  call: http.ClientRequest,
  headers: readonly string[],
  proxyAuthorization: string | undefined,
): void {
  for (const name of call.getHeaderNames()) call.removeHeader(name);
  for (const name of NODE_WOULD_ADD) call.removeHeader(name);
  for (let i = 0; i < headers.length; i += 2) {
    call.appendHeader(headers[i] ?? '', headers[i + 1] ?? '');
  }
  if (proxyAuthorization !== undefined) call.setHeader('Proxy-Authorization', proxyAuthorization);
}

/** True where a header comes again after another one, or in another case. */
function hasScatteredRepeats(headers: readonly string[]): boolean {
  for (let i = 2; i < headers.length; i += 2) {
    const name = headers[i] ?? '';
    if (name === headers[i - 2]) continue;
    const lower = lowerName(name);
    // Some ten short names: comparing them is cheaper than a set of them.
    for (let j = 0; j < i; j += 2) if (lowerName(headers[j] ?? '') === lower) return true;
  }
  return false;
}
