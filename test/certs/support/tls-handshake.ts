import type { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp, createServer, type Server, type Socket } from 'node:net';
import { connect, type SecureContext, TLSSocket } from 'node:tls';

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
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    // The client hangs up in the middle of the handshake when it refuses the certificate.
    secured.on('error', () => {});
    sockets.push(secured);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const socket = connectTcp(portOf(server), '127.0.0.1');
    const client = connect({ socket, ca, host });
    sockets.push(client);
    await once(client, 'secureConnect');
    const certificate = client.getPeerX509Certificate();
    if (certificate === undefined) throw new Error('the server sent no certificate');
    return certificate;
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
