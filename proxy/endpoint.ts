import net from 'node:net';
import { readFirstBytes } from './first-bytes.ts';
import type { Serve } from './intercept.ts';
import type { Origin } from './origin.ts';

/**
 * Returns a server that stands in for a custom endpoint: all that it is sent goes to `origin`.
 * It speaks plain HTTP, and HTTP/2 with a client that begins with it.
 */
export function openEndpoint(
  origin: Origin,
  serve: Serve,
  onConnection: (socket: net.Socket) => void,
): net.Server {
  return net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    onConnection(socket);
    socket.on('error', () => undefined);
    void readFirstBytes(socket, {}).then(({ kind }) => {
      if (kind === 'http' || kind === 'http2') serve(socket, origin, kind);
      else socket.destroy();
    });
  });
}
