import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { endToEndHeaders } from './hop-by-hop.ts';
import { pairs } from './raw-headers.ts';

/**
 * True for an offer to go on in HTTP/2 over plain TCP (`Upgrade: h2c`), which Java's client adds to ordinary requests.
 * A server may ignore it (RFC 9110, section 7.8); accepted, it would hide all later requests.
 */
export function declinesUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'h2c';
}

/** Lets a server read a request again, this time without its offer to upgrade. */
export function serveAgain(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = pairs(endToEndHeaders(request.rawHeaders))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const start = `${request.method} ${request.url} HTTP/${request.httpVersion}\r\n${lines}\r\n`;
  socket.unshift(Buffer.concat([Buffer.from(start, 'latin1'), head]));
  server.emit('connection', socket);
}
