import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { makeServerCertificate } from '../../stand-in/certificate.ts';
import { echoWebsocket } from './websocket-echo.ts';

/** The servers of somebody who has never heard of AWS, on this machine. */
export interface PrivateServers {
  readonly httpsPort: number;
  readonly httpPort: number;
  /** Its certificate is of a CA that the user does not trust. */
  readonly distrustedPort: number;
  /** The CA of the HTTPS server, which the user trusts. */
  readonly caPem: string;
  stop(): Promise<void>;
}

/** Starts an HTTPS, an HTTP and a distrusted HTTPS server for `names`, each with WebSocket. */
export async function startPrivateServers(names: readonly string[]): Promise<PrivateServers> {
  const [trusted, distrusted] = await Promise.all([
    makeServerCertificate(names),
    makeServerCertificate(names),
  ]);
  const https = createHttpsServer({ key: trusted.keyPem, cert: trusted.certificatePem }, answer);
  const http = createHttpServer(answer);
  const other = createHttpsServer(
    { key: distrusted.keyPem, cert: distrusted.certificatePem },
    answer,
  );
  const servers = [https, http, other];
  const [httpsPort = 0, httpPort = 0, distrustedPort = 0] = await Promise.all(
    servers.map((server) => listen(server)),
  );
  return {
    httpsPort,
    httpPort,
    distrustedPort,
    caPem: trusted.caPem,
    async stop() {
      await Promise.all(servers.map(close));
    },
  };
}

/** Tells the client what came of its request, byte for byte, so that a change on the way shows. */
const answer: RequestListener = async (request, response) => {
  const body = await buffer(request);
  if (request.url === '/large') {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    for (let part = 0; part < 64; part += 1) response.write(Buffer.alloc(65_536, part));
    response.end();
    return;
  }
  response.writeHead(
    request.url === '/missing' ? 404 : 200,
    'As It Was',
    [
      ['Content-Type', 'application/json'],
      ['X-Twice', 'one'],
      ['X-Twice', 'two'],
    ].flat(),
  );
  const seen = { method: request.method, url: request.url, headers: headersOf(request) };
  const sha256 = createHash('sha256').update(body).digest('hex');
  response.end(JSON.stringify({ ...seen, sha256, trailers: request.rawTrailers }));
};

/**
 * Connection belongs to one hop (RFC 9110, section 7.6.1): a proxy on the way has to write its own.
 * A tunnel has no such freedom, so that over TLS every header counts.
 */
function headersOf({ rawHeaders, socket }: IncomingMessage): string[] {
  const belongsToHop = (index: number) => rawHeaders[index & ~1]?.toLowerCase() === 'connection';
  return rawHeaders.filter((_, index) => 'encrypted' in socket || !belongsToHop(index));
}

async function listen(server: Server): Promise<number> {
  server.on('upgrade', echoWebsocket);
  // A client that does not trust the certificate hangs up in the handshake: that is its right.
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server has no port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
