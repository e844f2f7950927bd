import http from 'node:http';
import http2 from 'node:http2';
import { type AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAuthority } from '../../../../certs/authority.ts';

/** A request that came through the proxy. */
export interface CapturedRequest {
  /** What CONNECT asked for. */
  readonly target: string;
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly isSecure: boolean;
  readonly bodyBytes: number;
}

/** A proxy that terminates what it is asked for and answers every request itself. */
export interface CaptureProxy {
  readonly url: string;
  readonly authorityPem: string;
  readonly requests: CapturedRequest[];
  /** The targets of CONNECT, one for each tunnel. */
  readonly tunnels: string[];
  /** Answers the next CONNECT with this status line instead of 200. */
  refuseNext(statusLine: string): void;
  close(): Promise<void>;
}

/** What to answer: `path` to status, headers and body; 200 and `ok` by default. */
export type Answer = (request: CapturedRequest) => string | undefined;

/** Domains that the test proxy may vouch for. */
const domains = ['amazonaws.com', 'localhost', 'test.example'];

/** Starts a proxy that terminates every CONNECT: TLS with `http/1.1` and `h2`, or plain HTTP. */
export async function startCaptureProxy(answer: Answer = () => undefined): Promise<CaptureProxy> {
  const authority = await createAuthority({
    permittedDomains: domains,
    permittedAddresses: ['127.0.0.1'],
  });
  const requests: CapturedRequest[] = [];
  const tunnels: string[] = [];
  const targets = new Map<number | undefined, string>();
  const sockets = new Set<Duplex>();
  let refusal: string | undefined;
  const respond = captureInto(requests, targets, answer);
  const plain = http.createServer(respond);
  const secure = http2.createSecureServer(
    {
      allowHTTP1: true,
      SNICallback: (name, done) => {
        authority.secureContextFor(name).then((context) => done(null, context), done);
      },
    },
    respond,
  );
  secure.on('sessionError', () => {}).on('tlsClientError', () => {});
  const proxy = http.createServer((_, response) => response.writeHead(400).end());
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request, socket: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    tunnels.push(target);
    if (refusal !== undefined) {
      socket.end(`${refusal}\r\n\r\n`);
      refusal = undefined;
      return;
    }
    if (socket instanceof Socket) targets.set(socket.remotePort, target);
    // An HTTP server keeps its half open; HTTP/2 would wait for ever then when a client says goodbye.
    socket.allowHalfOpen = false;
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    socket.once('readable', () => {
      const first: unknown = socket.read();
      if (!Buffer.isBuffer(first)) return;
      socket.unshift(first);
      (first[0] === 22 ? secure : plain).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(proxy.address())}`,
    authorityPem: authority.certificatePem,
    requests,
    tunnels,
    refuseNext(statusLine) {
      refusal = statusLine;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

type Respond = (
  request: http.IncomingMessage | http2.Http2ServerRequest,
  response: http.ServerResponse | http2.Http2ServerResponse,
) => void;

function captureInto(
  requests: CapturedRequest[],
  targets: ReadonlyMap<number | undefined, string>,
  answer: Answer,
): Respond {
  return (request, response) => {
    let bodyBytes = 0;
    request.on('data', (chunk: Buffer) => {
      bodyBytes += chunk.length;
    });
    request.on('end', () => {
      const { socket } = request;
      const captured = {
        target: targets.get(socket.remotePort) ?? '',
        method: request.method ?? '',
        path: request.url ?? '',
        version: request.httpVersion,
        isSecure: 'encrypted' in socket,
        bodyBytes,
      };
      requests.push(captured);
      if (captured.path === '/never') return;
      if (captured.path === '/reset') {
        socket.destroy();
        return;
      }
      response.end(answer(captured) ?? 'ok');
    });
  };
}

/** Returns the port of a listening server. */
export function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null)
    throw new Error('the server listens nowhere');
  return address.port;
}
