import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { CertificateSource } from './certificate-source.ts';
import type { ClientHello } from './client-hello.ts';
import { type FirstBytes, readFirstBytes } from './first-bytes.ts';
import type { Serve } from './intercept.ts';
import type { Origin } from './origin.ts';
import { chooseProtocol, terminateTls } from './terminate-tls.ts';

/** What a stand-in for a custom endpoint works with. */
export interface EndpointParts {
  readonly serve: Serve;
  /** Joins a connection that cannot be read to the origin. */
  readonly passOn: (socket: Duplex, origin: Origin, first: FirstBytes) => Promise<void>;
  readonly certificates: CertificateSource | Promise<CertificateSource>;
  readonly onConnection: (socket: net.Socket) => void;
}

/** The name in the stand-in's certificate: the address that it listens on. */
const ownAddress = '127.0.0.1';

/**
 * Returns a server that stands in for a custom endpoint: all that it is sent goes to `origin`.
 * It speaks plain HTTP, and HTTP/2 with a client that begins with it. It takes TLS too: an emulator that is reached by
 * https writes URLs of that scheme into its answers, with the stand-in's address (moto's queue URLs).
 */
export function openEndpoint(origin: Origin, parts: EndpointParts): net.Server {
  return net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    parts.onConnection(socket);
    socket.on('error', () => undefined);
    void readFirstBytes(socket, {}).then((first) => {
      if (first.kind === 'http' || first.kind === 'http2') parts.serve(socket, origin, first.kind);
      else if (first.kind === 'tls') void serveSecured(socket, first.hello, origin, parts);
      else void parts.passOn(socket, origin, first);
    });
  });
}

async function serveSecured(
  socket: net.Socket,
  hello: ClientHello,
  origin: Origin,
  { serve, passOn, certificates }: EndpointParts,
): Promise<void> {
  try {
    const context = await (await certificates).secureContextFor(ownAddress);
    const secured = await terminateTls(socket, context, chooseProtocol(hello));
    const first = await readFirstBytes(secured, {});
    if (first.kind === 'http' || first.kind === 'http2') serve(secured, origin, first.kind);
    else await passOn(secured, origin, first);
  } catch {
    // The client is told by the end of its connection; it is the one that left the handshake.
    socket.destroy();
  }
}
