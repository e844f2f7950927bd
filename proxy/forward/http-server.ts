import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { declinesUpgrade, serveAgain } from './decline-upgrade.ts';
import { MAX_HEAD_BYTES } from './http1-call.ts';

/** What serves the requests of a server. */
export interface HttpHandlers {
  request(request: IncomingMessage, response: ServerResponse): void;
  /** A request to leave HTTP; `head` holds what came after its headers. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes over a connection whose last bytes, these, are no request to the parser; false where it cannot. */
  unreadable?(packet: Buffer, socket: Duplex): boolean;
}

/**
 * Returns an HTTP/1 server that leaves time limits to the two sides it stands between,
 * and takes every head that they might agree on.
 */
export function createHttpServer(handlers: HttpHandlers): http.Server {
  const server = http.createServer({
    maxHeaderSize: MAX_HEAD_BYTES,
    requireHostHeader: false,
    keepAliveTimeout: 0,
    requestTimeout: 0,
    headersTimeout: 0,
  });
  server.timeout = 0;
  server.maxHeadersCount = 0;
  server.on('request', handlers.request);
  // With listeners of our own Node neither answers 100 nor refuses: the upstream decides.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    // Node would close the connection behind an answer that no `100 Continue` came before, without saying so in it.
    Reflect.set(response, '_expect_continue', false);
    handlers.request(request, response);
  });
  server.on('checkExpectation', handlers.request);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (declinesUpgrade(request)) serveAgain(server, request, socket, head);
    else handlers.upgrade(request, socket, head);
  });
  server.on('clientError', (error: ParseError, socket: Duplex) => {
    const { rawPacket } = error;
    const isTaken = rawPacket !== undefined && handlers.unreadable?.(rawPacket, socket) === true;
    if (!isTaken) answerMalformed(error, socket);
  });
  return server;
}

type ParseError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  socket.on('error', () => undefined);
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const line = tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
