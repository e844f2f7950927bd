import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { formatAuthority } from './authority.ts';
import type { Destined } from './destined.ts';
import { ERROR_HEADER, failureText, reasonOf } from './forward/failure.ts';
import { setExactHeaders } from './forward/http1-call.ts';
import { pairs } from './forward/raw-headers.ts';
import { reportUpstreamFailure, type Services } from './services.ts';
import { switchProtocols, upgradeHeaders } from './switch-protocols.ts';

/**
 * Forwards a request to leave HTTP. WebSocket goes by http-proxy; any other protocol is carried
 * byte for byte after its request.
 */
export async function serveUpgrade(
  services: Services,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  destined: Destined,
): Promise<void> {
  socket.on('error', () => undefined);
  services.stats.requests += 1;
  const { observation, origin } = destined;
  socket.once('close', () => observation?.end());
  const fail = (error: unknown): void => {
    const reason = reasonOf(error);
    reportUpstreamFailure(services, origin, reason);
    observation?.end();
    refuseUpgrade(socket, formatAuthority(origin), reason);
  };
  try {
    if (isWebSocket(request)) {
      await forwardWebSocket(services, request, socket, head, destined, fail);
    } else await switchProtocols(services, request, socket, head, destined);
  } catch (error) {
    fail(error);
  }
}

function isWebSocket(request: IncomingMessage): boolean {
  return request.method === 'GET' && request.headers.upgrade?.toLowerCase() === 'websocket';
}

async function forwardWebSocket(
  services: Services,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { origin, target, observation }: Destined,
  fail: (error: unknown) => void,
): Promise<void> {
  const { createProxyServer } = await import('./load-http-proxy.ts');
  const upstream = services.pool.upstreamFor(origin);
  const { host, port } = upstream.destination;
  const proxy = createProxyServer({ xfwd: false });
  let answered = false;
  const conclude = (answer: IncomingMessage): void => {
    answered = true;
    observation?.answered(answer.statusCode ?? 0, answer.rawHeaders);
    observation?.end();
  };
  // http-proxy closes the connection as soon as this returns.
  proxy.on('error', (error) => {
    if (!answered && !socket.destroyed) fail(error);
  });
  proxy.on('proxyReqWs', (call) => {
    call.path = upstream.targetPrefix + target;
    // http-proxy would send the headers in lower case and in another order.
    setExactHeaders(call, upgradeHeaders(request), upstream.proxyAuthorization);
    socket.once('close', () => call.destroy());
    call.once('upgrade', (answer) => {
      answer.headers = asReceived(answer);
      conclude(answer);
    });
    call.once('response', (answer) => {
      // http-proxy closes the connection after an answer that refuses the upgrade.
      answer.headers.connection = 'close';
      conclude(answer);
    });
  });
  // Our agent sees to TLS, so http-proxy need not know of it.
  const options = { target: { protocol: 'http:', host, port }, agent: upstream.agent };
  proxy.ws(request, socket, head, { ...options, toProxy: true });
}

/** The answer's headers in the case and order that they came in, for http-proxy to write. */
function asReceived(answer: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of pairs(answer.rawHeaders)) {
    const values = headers[name];
    if (values === undefined) headers[name] = [value];
    else values.push(value);
  }
  return headers;
}

function refuseUpgrade(socket: Duplex, destination: string, reason: string): void {
  if (!socket.writable) return;
  const text = failureText(destination, reason);
  socket.end(
    `HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n` +
      `${ERROR_HEADER}: ${reason}\r\n\r\n${text}`,
  );
}
