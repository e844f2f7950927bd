import net from 'node:net';
import tls from 'node:tls';
import type { TestAuthority } from './authorities.ts';
import { once } from './connections.ts';

/** A server of a test, on a free port. */
export interface TestServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a server that hands every connection to the test, byte for byte. */
export function startTcpServer(onConnection: (socket: net.Socket) => void): Promise<TestServer> {
  return listen(net.createServer({ allowHalfOpen: true }, tolerant(onConnection)));
}

/** The same after a TLS handshake for `localhost`. */
export function startTlsServer(
  authority: TestAuthority,
  onConnection: (socket: tls.TLSSocket) => void,
  protocols: string[] = ['http/1.1'],
): Promise<TestServer> {
  const options = { ...serverOptions(authority), ALPNProtocols: protocols };
  return listen(tls.createServer(options, tolerant(onConnection)));
}

/** Returns the options of a TLS server that shows a certificate for whatever name it is asked for. */
export function serverOptions(authority: TestAuthority): tls.TlsOptions {
  return {
    SNICallback: (name, callback) => {
      Promise.resolve(authority.secureContextFor(name)).then(
        (context) => callback(null, context),
        (error: Error) => callback(error),
      );
    },
  };
}

/** Listens on the loopback address; closing ends its connections. */
export async function listen(server: net.Server): Promise<TestServer> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    port: address.port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function tolerant<S extends net.Socket>(onConnection: (socket: S) => void): (socket: S) => void {
  return (socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  };
}
