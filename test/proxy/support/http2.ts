import http2 from 'node:http2';
import type { Duplex } from 'node:stream';
import type { TestAuthority } from './authorities.ts';
import { listen, serverOptions, type TestServer } from './upstreams.ts';

type StreamHandler = (
  stream: http2.ServerHttp2Stream,
  headers: http2.IncomingHttpHeaders,
  raw: readonly string[],
) => void;

/** An HTTP/2 server of a test. */
export interface Http2Server extends TestServer {
  readonly sessions: http2.ServerHttp2Session[];
}

/** Starts an HTTP/2 server, over TLS where it gets an authority. */
export async function startHttp2Server(
  authority: TestAuthority | undefined,
  onStream: StreamHandler,
): Promise<Http2Server> {
  const sessions: http2.ServerHttp2Session[] = [];
  const server =
    authority === undefined
      ? http2.createServer()
      : http2.createSecureServer({ ...serverOptions(authority), ALPNProtocols: ['h2'] });
  server.on('session', (session: http2.ServerHttp2Session) => {
    sessions.push(session);
    session.on('error', () => undefined);
  });
  const listener = (
    stream: http2.ServerHttp2Stream,
    headers: http2.IncomingHttpHeaders,
    _flags: number,
    raw: readonly string[],
  ): void => {
    stream.on('error', () => undefined);
    onStream(stream, headers, raw);
  };
  server.on('stream', listener);
  const { port, close } = await listen(server);
  return { port, close, sessions };
}

/** Speaks HTTP/2 over an open connection. */
export function http2Over(socket: Duplex, origin: string): http2.ClientHttp2Session {
  const session = http2.connect(origin, { createConnection: () => socket });
  session.on('error', () => undefined);
  return session;
}

/** What a client received on one stream. */
export interface StreamAnswer {
  readonly headers: http2.IncomingHttpHeaders;
  readonly raw: readonly string[];
  readonly body: string;
  readonly trailers: http2.IncomingHttpHeaders | undefined;
  readonly resetCode: number | undefined;
}

/** Collects all of a stream until it is closed. */
export function answerOf(stream: http2.ClientHttp2Stream): Promise<StreamAnswer> {
  return new Promise((resolve) => {
    let headers: http2.IncomingHttpHeaders = {};
    let raw: readonly string[] = [];
    let trailers: http2.IncomingHttpHeaders | undefined;
    let body = '';
    const onResponse = (
      received: http2.IncomingHttpHeaders,
      _flags: number,
      rawHeaders: readonly string[],
    ): void => {
      headers = received;
      raw = rawHeaders;
    };
    stream.on('response', onResponse);
    stream.on('trailers', (received) => {
      trailers = received;
    });
    stream.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    stream.on('error', () => undefined);
    stream.on('close', () =>
      resolve({ headers, raw, body, trailers, resetCode: stream.rstCode || undefined }),
    );
  });
}
