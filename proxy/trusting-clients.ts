import type { ClientHello } from './client-hello.ts';
import type { HandshakeFailure } from './events.ts';
import type { Origin } from './origin.ts';

/** Which kinds of clients have sent requests to which hosts, and so have accepted our certificates for them. */
export interface TrustingClients {
  /** Notes that a client of this kind has sent a request. */
  add(origin: Origin, hello: ClientHello): void;
  /**
   * Tells whether a handshake that failed in this way says nothing of trust: a client of this kind has accepted the
   * same certificate before, and left without a complaint. Go calls several connections at once, and drops those in
   * the middle of the handshake that it has no use for any more.
   */
  explains(failure: HandshakeFailure, origin: Origin, hello: ClientHello): boolean;
}

/** Returns the memory of one proxy. */
export function createTrustingClients(): TrustingClients {
  const seen = new Set<string>();
  return {
    add: (origin, hello) => void seen.add(keyOf(origin, hello)),
    explains: (failure, origin, hello) =>
      (failure === 'closed-in-silence' || failure === 'reset') && seen.has(keyOf(origin, hello)),
  };
}

function keyOf({ host, port }: Origin, { ciphers }: ClientHello): string {
  return `${host} ${port} ${ciphers}`;
}
