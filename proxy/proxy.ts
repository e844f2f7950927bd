import type { AddressInfo } from 'node:net';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { LeastgrantError } from '../errors.ts';
import type { Authority } from './authority.ts';
import type { CertificateSource } from './certificate-source.ts';
import { handleConnect } from './connect.ts';
import { openEndpoint } from './endpoint.ts';
import type { EventListener, ProxyEvent } from './events.ts';
import type { ExchangeObserver } from './exchange.ts';
import { createHttpServer } from './forward/http-server.ts';
import { originOf, UpstreamPool } from './forward/upstream-pool.ts';
import { createInterception, type Serve } from './intercept.ts';
import { Observations } from './observation.ts';
import { passOnSecured } from './pass-on.ts';
import { handlePlain, handlePlainUpgrade } from './plain.ts';
import { createHttp1Service } from './serve-http1.ts';
import type { Http2Service } from './serve-http2.ts';
import type { ProxyStats, Services } from './services.ts';
import { passOnUnreadable } from './unreadable-request.ts';

/** What a proxy is started with. */
export interface ProxyOptions {
  /** May be a promise, so that listening does not wait for keys. */
  readonly certificates: CertificateSource | Promise<CertificateSource>;
  readonly observer: ExchangeObserver;
  /** True where a connection to this host is to be read. The host is in lower case. */
  shouldIntercept(host: string, port: number): boolean;
  /** Takes the place of every intercepted host; the Host header stays as it was. */
  readonly upstream?: { readonly url: URL };
  /** PEM certificates that are trusted in addition to the public roots. */
  readonly upstreamCa?: string;
  /** The user's own proxy for a URL; see `parseOutgoingProxy`. */
  readonly outgoingProxy?: (url: URL) => URL | undefined;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Told what the user should know at the end. */
  readonly onEvent?: EventListener;
}

/** A running proxy. */
export interface RunningProxy {
  readonly port: number;
  /** What HTTPS_PROXY is set to. */
  readonly url: string;
  readonly stats: Readonly<ProxyStats>;
  /**
   * Opens an address of its own for a custom endpoint, and returns its URL, with the target's path.
   * What is sent there goes to the target's host, observed, with its Host header as it was.
   */
  addEndpoint(target: URL): Promise<string>;
  /** Ends every connection; exchanges that are under way are told their end. */
  close(): Promise<void>;
}

/**
 * Starts a proxy on the loopback address.
 * @throws LeastgrantError E_PORT_IN_USE when the port is taken.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const sockets = new Set<net.Socket>();
  const endpoints = new Map<number, net.Server>();
  const services = createServices(options, ({ host, port }) => {
    if (!LOOPBACK_NAMES.has(host)) return undefined;
    if (port === address.port) return 'proxy';
    return endpoints.has(port) ? 'endpoint' : undefined;
  });
  const http2 = lazyHttp2(services);
  const serveHttp1 = createHttp1Service(services);
  const serve: Serve = (socket, origin, version) => {
    if (version === 'http') serveHttp1(socket, origin);
    else http2.serve(socket, origin);
  };
  const interception = createInterception(services, options.certificates, serve);
  const server = createHttpServer({
    request: (request, response) => handlePlain(services, url, request, response),
    upgrade: (request, socket, head) => handlePlainUpgrade(services, request, socket, head),
    unreadable: (packet, socket) => passOnUnreadable(services, packet, socket),
  });
  server.on('connect', (request, socket: Duplex, head: Buffer) => {
    if (socket instanceof net.Socket) handleConnect(services, interception, request, socket, head);
    else socket.destroy();
  });
  server.on('connection', (socket: net.Socket) => track(sockets, socket));
  const address = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${address.port}`;
  return {
    port: address.port,
    url,
    stats: services.stats,
    async addEndpoint(target) {
      const endpoint = openEndpoint(originOf(target), {
        serve,
        passOn: (socket, origin, first) => passOnSecured(services, socket, origin, first),
        certificates: options.certificates,
        onConnection: (socket) => track(sockets, socket),
      });
      const { port } = await listen(endpoint, 0);
      endpoints.set(port, endpoint);
      const path = target.pathname === '/' ? '' : target.pathname;
      return `http://127.0.0.1:${port}${path}`;
    },
    async close() {
      const closed = [server, ...endpoints.values()].map(untilClosed);
      services.observations.endAll();
      for (const socket of sockets) socket.destroy();
      http2.close();
      services.pool.close();
      await Promise.all(closed);
    },
  };
}

const LOOPBACK_NAMES = new Set([
  '127.0.0.1',
  'localhost',
  '::1',
  '0.0.0.0',
  '::',
  '::ffff:127.0.0.1',
]);

function createServices(
  options: ProxyOptions,
  ownAddress: (authority: Authority) => 'proxy' | 'endpoint' | undefined,
): Services {
  const tell = (event: ProxyEvent): void => options.onEvent?.(event);
  return {
    pool: new UpstreamPool(options),
    observations: new Observations(options.observer, (error) => tell({ kind: 'call-lost', error })),
    stats: {
      tunnelled: 0,
      intercepted: 0,
      requests: 0,
      handshakeFailures: 0,
      upstreamFailures: 0,
    },
    shouldIntercept: options.shouldIntercept,
    ownAddress,
    tell,
  };
}

/** Few programs speak HTTP/2 to AWS, and its module takes a while to load. */
function lazyHttp2(services: Services): Http2Service {
  let loading: Promise<Http2Service> | undefined;
  const load = async (): Promise<Http2Service> => {
    const { createHttp2Service } = await import('./serve-http2.ts');
    return createHttp2Service(services);
  };
  return {
    serve(socket, origin) {
      loading ??= load();
      loading.then(
        (service) => service.serve(socket, origin),
        (error: unknown) => {
          services.tell({ kind: 'internal-error', error });
          socket.destroy();
        },
      );
    },
    close: () => void loading?.then((service) => service.close()),
  };
}

function track(sockets: Set<net.Socket>, socket: net.Socket): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}

function listen(server: net.Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause);
      const details = { cause, hint: 'choose another port, or none to get a free one' };
      reject(new LeastgrantError('E_PORT_IN_USE', `port \`${port}\` is already in use`, details));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new LeastgrantError('E_INTERNAL', 'the proxy has no address'));
    });
  });
}

function untilClosed(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
