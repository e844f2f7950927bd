import type { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { connect, type SecureContext } from 'node:tls';
import { serveTls } from './tls-server.ts';

/** A handshake to make: the server's context, and what the client trusts and asks for. */
export interface Handshake {
  readonly secureContext: SecureContext;
  readonly ca: string;
  /** The domain name or IP address that the client believes to talk to. */
  readonly host: string;
}

/**
 * Makes a real TLS handshake over loopback, with Node's client and full verification.
 * Returns the peer certificate; throws what the client refused it for.
 */
export async function shakeHands({ secureContext, ca, host }: Handshake): Promise<X509Certificate> {
  const server = await serveTls(secureContext);
  // Over a connection of its own, the client may believe to talk to any host.
  const client = connect({ socket: connectTcp(server.port, '127.0.0.1'), ca, host });
  try {
    await once(client, 'secureConnect');
    const certificate = client.getPeerX509Certificate();
    if (certificate === undefined) throw new Error('the server sent no certificate');
    return certificate;
  } finally {
    client.destroy();
    server.close();
  }
}
