import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import tls from 'node:tls';
import { createProxyServer } from 'http-proxy';
import { buildConnector, Pool } from 'undici';
import { endToEndHeaders } from '../../proxy/forward/hop-by-hop.ts';
import type { ForwarderOptions } from './forwarder.ts';

/** Starts a forwarder whose upstream client is undici's dispatch API, fed with the headers as received. */
export function startUndiciForwarder(options: ForwarderOptions): Promise<number> {
  // undici asks for the name in the Host header, unless its connector says otherwise.
  const servername = options.upstream.hostname;
  const connectTo = buildConnector({ ca: options.upstreamCa });
  const pool = new Pool(options.upstream.origin, {
    connect: (target, callback) => connectTo({ ...target, servername }, callback),
    connections: 64,
    pipelining: 1,
  });
  return startWith(options, (request, response) => {
    const headers = endToEndHeaders(request.rawHeaders);
    const hasBody =
      request.headers['content-length'] !== undefined ||
      request.headers['transfer-encoding'] !== undefined;
    pool.dispatch(
      {
        method: request.method === 'POST' ? 'POST' : 'GET',
        path: request.url ?? '/',
        headers,
        body: hasBody ? request : null,
      },
      {
        onConnect: () => undefined,
        onError: () => response.destroy(),
        onHeaders(status, raw, resume, phrase) {
          response.removeListener('drain', resume).on('drain', resume);
          response.writeHead(
            status,
            phrase,
            raw.map((part) => part.toString('latin1')),
          );
          return true;
        },
        onData: (chunk) => response.write(chunk),
        onComplete: () => response.end(),
      },
    );
  });
}

/** Starts a forwarder whose upstream client is http-proxy with a keep-alive agent. */
export function startHttpProxyForwarder(options: ForwarderOptions): Promise<number> {
  const servername = options.upstream.hostname;
  const agent = new https.Agent({ keepAlive: true, ca: options.upstreamCa, servername });
  const proxy = createProxyServer({ target: options.upstream, agent, xfwd: false });
  proxy.on('error', () => undefined);
  return startWith(options, (request, response) => proxy.web(request, response));
}

/** The same server for all clients: CONNECT, TLS, one handler for each request. */
function startWith(
  options: ForwarderOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> {
  const forward = http.createServer(handle);
  const listener = http.createServer();
  listener.on('connect', async (request: IncomingMessage, socket: net.Socket) => {
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
