import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';

/** A TLS server on loopback that shakes hands and says nothing. */
export interface TlsServer {
  readonly port: number;
  /** Stops it and ends its connections. */
  close(): void;
}

/** Starts a TLS server with the given context. */
export async function serveTls(secureContext: SecureContext): Promise<TlsServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    // The client hangs up in the middle of the handshake when it refuses the certificate.
    secured.on('error', () => {});
    sockets.push(secured);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return {
    port: address.port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
