import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext, TLSSocket } from 'node:tls';
import type { Authority } from './authority.ts';
import type { CertificateSource } from './certificate-source.ts';
import type { ClientHello } from './client-hello.ts';
import { dial } from './dial.ts';
import { type FirstBytes, readFirstBytes } from './first-bytes.ts';
import { reasonOf } from './forward/failure.ts';
import { classifyHandshakeFailure } from './handshake-failure.ts';
import { joinSockets } from './join-sockets.ts';
import type { Origin } from './origin.ts';
import { passOn, passOnSecured, reportPassedOn } from './pass-on.ts';
import type { Services } from './services.ts';
import { chooseProtocol, terminateTls } from './terminate-tls.ts';
import { createTrustingClients } from './trusting-clients.ts';

/** Takes over connections to hosts that are intercepted. */
export interface Interception {
  /** Reads what the client speaks and serves it. Never rejects. */
  accept(socket: Socket, authority: Authority): Promise<void>;
}

/** Serves HTTP on a connection whose encryption, if any, has been taken off. */
export type Serve = (socket: Duplex, origin: Origin, version: 'http' | 'http2') => void;

// A client that says nothing for so long may wait for the server's greeting.
const SILENCE_MS = 250;

/** Returns the interception of one proxy. */
export function createInterception(
  services: Services,
  certificates: CertificateSource | Promise<CertificateSource>,
  serve: Serve,
): Interception {
  const trusting = createTrustingClients();
  const reportHandshake = (origin: Origin, hello: ClientHello, error: unknown): void => {
    const failure = classifyHandshakeFailure(error);
    if (trusting.explains(failure, origin, hello)) return;
    const { host, port } = origin;
    services.stats.handshakeFailures += 1;
    const detail = reasonOf(error ?? 'no reason given');
    services.tell({ kind: 'handshake-failed', host, port, failure, detail });
  };
  const secure = async (socket: Socket, origin: Origin, hello: ClientHello): Promise<void> => {
    const protocol = chooseProtocol(hello);
    if (protocol === undefined && hello.protocols.length > 0) {
      return passOn(services, socket, origin);
    }
    let context: SecureContext;
    try {
      const source = await certificates;
      // No client would take the certificate, and the program must go on.
      if (isExpired(source)) {
        return passOn(services, socket, origin, undefined, 'certificates-expired');
      }
      context = await source.secureContextFor(origin.serverName);
    } catch (error) {
      services.tell({ kind: 'internal-error', error });
      return passOn(services, socket, origin);
    }
    let secured: TLSSocket;
    try {
      secured = await terminateTls(socket, context, protocol);
    } catch (error) {
      reportHandshake(origin, hello, error);
      socket.destroy();
      return;
    }
    const first = await readFirstBytes(secured, {});
    if (first.kind === 'http' || first.kind === 'http2') {
      trusting.add(origin, hello);
      serve(secured, origin, first.kind);
    } else if (first.kind === 'ended' && first.bytes.length === 0) {
      // Node finishes a handshake before it looks at the certificate, and leaves if it does not trust it.
      reportHandshake(origin, hello, undefined);
      secured.destroy();
    } else {
      await passOnSecured(services, secured, origin, first);
    }
  };
  const accept = async (socket: Socket, authority: Authority): Promise<void> => {
    const origin = { ...authority, secure: false, serverName: authority.host, redirected: true };
    const first = await listen(services, socket, origin);
    if (first === undefined) return;
    if (first.kind === 'tls') {
      const serverName = nameFor(services, first.hello, authority);
      await secure(socket, { ...origin, secure: true, serverName }, first.hello);
    } else if (first.kind === 'http' || first.kind === 'http2') {
      serve(socket, origin, first.kind);
    } else {
      await passOn(services, socket, origin, first);
    }
  };
  return {
    accept: (socket, authority) =>
      accept(socket, authority).catch((error: unknown) => {
        services.tell({ kind: 'internal-error', error });
        socket.destroy();
      }),
  };
}

// Clocks differ a little, and a handshake takes its time.
const expiryMarginMs = 60_000;

function isExpired({ notAfter }: CertificateSource): boolean {
  return notAfter !== undefined && Date.now() > notAfter.getTime() - expiryMarginMs;
}

/** The name that the client asks for, where it is one that may be intercepted. */
function nameFor(services: Services, hello: ClientHello, { host, port }: Authority): string {
  const { serverName } = hello;
  if (serverName === undefined || isIP(serverName) !== 0) return host;
  return services.shouldIntercept(serverName, port) ? serverName : host;
}

/**
 * Waits for the client to speak. When it stays silent its target is called meanwhile, and if that one speaks first
 * the two are joined and nothing is left to serve.
 */
async function listen(
  services: Services,
  socket: Socket,
  origin: Origin,
): Promise<FirstBytes | undefined> {
  const first = await readFirstBytes(socket, { firstByteMs: SILENCE_MS });
  if (first.kind !== 'silent') return first;
  const greeted = new AbortController();
  let greeting: Socket | undefined;
  const dialling = dialForGreeting(services, origin, (target) => {
    greeting = target;
    greeted.abort();
  });
  const late = await readFirstBytes(socket, { signal: greeted.signal });
  if (greeting === undefined || late.kind !== 'silent') {
    void dialling.then((target) => target?.destroy());
    return late;
  }
  reportPassedOn(services, origin);
  joinSockets(socket, greeting);
  return undefined;
}

/** Resolves with undefined where the target cannot be reached: the client's request will meet the same failure. */
async function dialForGreeting(
  { pool }: Services,
  origin: Origin,
  onGreeting: (target: Socket) => void,
): Promise<Socket | undefined> {
  try {
    const target = await dial(origin, pool.proxyFor({ ...origin, secure: true }));
    const greet = (): void => onGreeting(target);
    target.on('error', () => undefined);
    return target.once('readable', greet).once('close', greet);
  } catch {
    return undefined;
  }
}
