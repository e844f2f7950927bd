import net from 'node:net';
import tls from 'node:tls';
import type { TestAuthority } from './authorities.ts';
import { once } from './connections.ts';

/** A server of a test, on a free port. */
export interface TestServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A server that hands its connections to the test one by one, byte for byte. */
export interface SocketServer extends TestServer {
  /** How many connections have come so far. */
  readonly count: number;
  /** The TCP connections by their remote port, for what only TCP can do. */
  readonly carriers: ReadonlyMap<number, net.Socket>;
  /** Resolves with the next connection that no one has taken. */
  accept(): Promise<net.Socket>;
}

/** Starts a server on plain TCP. */
export function startTcpServer(): Promise<SocketServer> {
  return startSocketServer(net.createServer({ allowHalfOpen: true }), 'connection');
}

/** Starts a server that does a TLS handshake first. */
export function startTlsServer(
  authority: TestAuthority,
  protocols: string[] = ['http/1.1'],
): Promise<SocketServer> {
  const options = { ...serverOptions(authority), ALPNProtocols: protocols };
  return startSocketServer(tls.createServer(options), 'secureConnection');
}

async function startSocketServer(
  server: net.Server,
  event: 'connection' | 'secureConnection',
): Promise<SocketServer> {
  const arrived: net.Socket[] = [];
  const waiting: ((socket: net.Socket) => void)[] = [];
  let count = 0;
  server.on(event, (socket: net.Socket) => {
    count += 1;
    socket.on('error', () => undefined);
    const next = waiting.shift();
    if (next === undefined) arrived.push(socket);
    else next(socket);
  });
  const carriers = new Map<number, net.Socket>();
  server.on('connection', (socket: net.Socket) => carriers.set(socket.remotePort ?? 0, socket));
  const { port, close } = await listen(server);
  return {
    carriers,
    port,
    close,
    get count() {
      return count;
    },
    accept() {
      const socket = arrived.shift();
      if (socket !== undefined) return Promise.resolve(socket);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
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
