import type http from 'node:http';
import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import { formatAuthority } from '../authority.ts';
import { basicCredentials } from '../basic-credentials.ts';
import { dial, dialProxy, dialTcp, dialTls } from '../dial.ts';
import { type Origin, originUrl } from '../origin.ts';
import { UpstreamAgent } from './upstream-agent.ts';

/** How requests to an origin leave: over which connections, and in which form. */
export interface Upstream {
  /** Where the connections lead in the end: the origin, or what takes its place. */
  readonly destination: Origin;
  /** Keeps connections for the next request. */
  readonly agent: UpstreamAgent;
  /** Opens a connection for each request. */
  readonly freshAgent: http.Agent;
  /** Stands before the request target: empty, or `http://host:port` where a proxy forwards plain HTTP. */
  readonly targetPrefix: string;
  /** Header for that proxy; undefined where none is needed. */
  readonly proxyAuthorization: string | undefined;
}

/** Where the proxy sends what it intercepts. */
export interface UpstreamPoolOptions {
  /** Takes the place of every redirected origin. */
  readonly upstream?: { readonly url: URL };
  /** PEM certificates that are trusted in addition to the public roots. */
  readonly upstreamCa?: string;
  /** The user's own proxy for a URL. */
  readonly outgoingProxy?: (url: URL) => URL | undefined;
}

/** Knows the way to every upstream and keeps connections to each. */
export class UpstreamPool {
  readonly #options: UpstreamPoolOptions;
  readonly #redirection: Origin | undefined;
  readonly #upstreams = new Map<string, Upstream>();
  readonly #sessions = new Map<string, Buffer>();
  #trust: tls.SecureContext | undefined;

  constructor(options: UpstreamPoolOptions) {
    this.#options = options;
    this.#redirection = options.upstream && originOf(options.upstream.url);
  }

  /** Returns where requests to an origin go: there, or to what takes its place. */
  destinationOf(origin: Origin): Origin {
    return (origin.redirected ? this.#redirection : undefined) ?? origin;
  }

  /** Returns the way to an origin; always the same object for the same destination. */
  upstreamFor(origin: Origin): Upstream {
    const destination = this.destinationOf(origin);
    const key = keyOf(destination);
    const known = this.#upstreams.get(key);
    if (known !== undefined) return known;
    const upstream = this.#open(destination);
    this.#upstreams.set(key, upstream);
    return upstream;
  }

  /** Returns the user's own proxy for a destination. */
  proxyFor(destination: Origin): URL | undefined {
    const url = originUrl(destination);
    // Some names that a client may ask for are no host of a URL: `1.2.3.4.5`.
    return URL.canParse(url) ? this.#options.outgoingProxy?.(new URL(url)) : undefined;
  }

  /** Starts a verified TLS connection that offers these protocols; it need not be open yet. */
  connectTls(destination: Origin, protocols: string[]): tls.TLSSocket | Promise<tls.TLSSocket> {
    const proxy = this.proxyFor(destination);
    if (proxy === undefined) return this.#secure(undefined, destination, protocols);
    return dial(destination, proxy).then((socket) => this.#secure(socket, destination, protocols));
  }

  /** Closes every connection, used or kept. */
  close(): void {
    for (const { agent, freshAgent } of this.#upstreams.values()) {
      agent.destroy();
      freshAgent.destroy();
    }
    this.#upstreams.clear();
  }

  #open(destination: Origin): Upstream {
    const proxy = this.proxyFor(destination);
    const plainProxy = destination.secure ? undefined : proxy;
    const connect = (): Socket | Promise<Socket> => {
      if (destination.secure) return this.connectTls(destination, ['http/1.1']);
      return plainProxy === undefined ? dialTcp(destination) : dialProxy(plainProxy);
    };
    return {
      destination,
      agent: new UpstreamAgent(connect, true),
      freshAgent: new UpstreamAgent(connect, false),
      targetPrefix: plainProxy === undefined ? '' : `http://${formatAuthority(destination, 80)}`,
      proxyAuthorization: plainProxy === undefined ? undefined : basicCredentials(plainProxy),
    };
  }

  #secure(socket: Socket | undefined, destination: Origin, protocols: string[]): tls.TLSSocket {
    const key = keyOf(destination);
    const session = this.#sessions.get(key);
    const { serverName } = destination;
    const secured = dialTls(destination, {
      ALPNProtocols: protocols,
      secureContext: this.#trusted(),
      // An address is verified but never sent as SNI (RFC 6066, section 3).
      ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
      ...(session === undefined ? {} : { session }),
      ...(socket === undefined ? {} : { socket }),
    });
    secured.on('session', (ticket: Buffer) => this.#sessions.set(key, ticket));
    secured.once('close', (hadError: boolean) => hadError && this.#sessions.delete(key));
    return secured;
  }

  /** Parsing the roots takes some 10 ms, so it is done once. */
  #trusted(): tls.SecureContext {
    const { upstreamCa } = this.#options;
    this.#trust ??= tls.createSecureContext(
      upstreamCa === undefined ? {} : { ca: [...tls.rootCertificates, upstreamCa] },
    );
    return this.#trust;
  }
}

/** Returns the origin of a URL as the user wrote it. */
export function originOf(url: URL): Origin {
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = Number(url.port) || (secure ? 443 : 80);
  return { secure, host, port, serverName: host, redirected: false };
}

function keyOf(origin: Origin): string {
  return `${origin.secure} ${origin.host} ${origin.port} ${origin.serverName}`;
}
