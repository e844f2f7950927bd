import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import tls, { type SecureContext } from 'node:tls';

/** What the bare forwarder is started with. */
export interface ForwarderOptions {
  /** Certificates by host, as the proxy takes them. */
  secureContextFor(host: string): SecureContext | Promise<SecureContext>;
  /** Where every request goes. */
  readonly upstream: URL;
  readonly upstreamCa: string;
}

/**
 * Starts the bare forwarder that the proxy is measured against: it terminates TLS behind CONNECT, forwards
 * with Node's own server and keep-alive agent, and records nothing. Returns its port.
 */
export async function startForwarder(options: ForwarderOptions): Promise<number> {
  const { hostname, port } = options.upstream;
  // Without it Node would ask for the name in the Host header.
  const servername = hostname;
  const agent = new https.Agent({ keepAlive: true, ca: options.upstreamCa, servername });
  const forward = http.createServer((request, response) => {
    const call = https.request(
      {
        agent,
        hostname,
        port,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    call.on('error', () => response.destroy());
    request.pipe(call);
  });
  const listener = http.createServer();
  listener.on('connect', async (request: http.IncomingMessage, socket: net.Socket) => {
    const host = (request.url ?? '').split(':')[0] ?? '';
    const secureContext = await options.secureContextFor(host);
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => secured.destroy());
    forward.emit('connection', secured);
  });
  return new Promise((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}
