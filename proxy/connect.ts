import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { formatAuthority, parseAuthority } from './authority.ts';
import { dial } from './dial.ts';
import { failureText, reasonOf } from './forward/failure.ts';
import type { Interception } from './intercept.ts';
import { joinSockets } from './join-sockets.ts';
import type { Origin } from './origin.ts';
import { reportUpstreamFailure, type Services } from './services.ts';

const ESTABLISHED = 'HTTP/1.1 200 Connection Established\r\n\r\n';

/**
 * Answers a CONNECT request: hands the connection to `interception` where the host is to be intercepted,
 * and carries it byte for byte to its target otherwise.
 */
export function handleConnect(
  services: Services,
  interception: Interception,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
): void {
  socket.on('error', () => undefined);
  const authority = parseAuthority(request.url ?? '');
  if (authority === undefined) {
    refuse(socket, 400, 'Bad Request', 'CONNECT needs a host and a port\n');
    return;
  }
  const own = services.ownAddress(authority);
  if (own === 'proxy') {
    refuse(socket, 508, 'Loop Detected', 'this is the address of leastgrant itself\n');
    return;
  }
  if (head.length > 0) socket.unshift(head);
  if (own === undefined && services.shouldIntercept(authority.host, authority.port)) {
    services.stats.intercepted += 1;
    socket.write(ESTABLISHED);
    void interception.accept(socket, authority);
    return;
  }
  const { host, port } = authority;
  void openTunnel(services, socket, {
    secure: true,
    host,
    port,
    serverName: host,
    redirected: false,
  });
}

async function openTunnel(services: Services, socket: Socket, origin: Origin): Promise<void> {
  services.stats.tunnelled += 1;
  try {
    const target = await dial(origin, services.pool.proxyFor(origin));
    target.on('error', () => undefined);
    if (socket.destroyed) {
      target.destroy();
      return;
    }
    socket.write(ESTABLISHED);
    joinSockets(socket, target);
  } catch (error) {
    const reason = reasonOf(error);
    reportUpstreamFailure(services, origin, reason);
    refuse(socket, 502, 'Bad Gateway', failureText(formatAuthority(origin), reason), reason);
  }
}

function refuse(socket: Socket, status: number, phrase: string, text: string, reason = ''): void {
  const error = reason === '' ? '' : `x-leastgrant-error: ${reason}\r\n`;
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n${error}\r\n${text}`,
  );
}
