import http2, { type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import { formatAuthority } from './authority.ts';
import { reasonOf } from './forward/failure.ts';
import { pseudoHeader, withoutPseudo } from './forward/http2-headers.ts';
import { failStream, type StreamRequest } from './forward/http2-stream.ts';
import { relayToHttp1 } from './forward/http2-to-http1.ts';
import { relayToHttp2 } from './forward/http2-to-http2.ts';
import { createHttp2Upstreams, HTTP2_SETTINGS } from './forward/http2-upstream.ts';
import { headerMap } from './forward/raw-headers.ts';
import type { Origin } from './origin.ts';
import { reportUpstreamFailure, type Services } from './services.ts';

/** Serves HTTP/2 on connections that were handed to the proxy. */
export interface Http2Service {
  serve(socket: Duplex, origin: Origin): void;
  close(): void;
}

// Node hands the headers as received to every listener, which its types do not tell.
type StreamListener = (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  flags: number,
  raw: readonly string[],
) => void;

/** Returns what serves intercepted HTTP/2 connections: every stream is observed and forwarded. */
export function createHttp2Service(services: Services): Http2Service {
  const upstreams = createHttp2Upstreams(services.pool);
  const forward = async (request: StreamRequest, origin: Origin): Promise<void> => {
    const upstream = services.pool.upstreamFor(origin);
    const { destination } = upstream;
    const name = formatAuthority(destination);
    try {
      // Without TLS there is nothing to agree on a protocol with: the upstream is taken at the client's word,
      // unless it stands in for a server that the client reached by TLS.
      const negotiable = destination.secure || !origin.secure;
      const session = negotiable ? await upstreams.sessionFor(upstream) : 'http/1.1';
      if (request.stream.closed) request.observation?.end();
      else if (session === 'http/1.1') relayToHttp1(request, upstream);
      else relayToHttp2(request, session, name);
    } catch (error) {
      failStream(request, name, reasonOf(error));
    }
  };
  return {
    serve(socket, origin) {
      // A client that closes its session ends its half first and waits for ours: Node 22's would wait for ever.
      socket.allowHalfOpen = false;
      const session = http2.performServerHandshake(socket, {
        settings: HTTP2_SETTINGS,
        maxHeaderListPairs: 2_000,
      });
      session.on('error', () => undefined);
      const onStream: StreamListener = (stream, headers, _flags, raw) => {
        services.stats.requests += 1;
        void forward(streamRequest(services, origin, stream, headers, raw), origin);
      };
      session.on('stream', onStream);
    },
    close: upstreams.close,
  };
}

function streamRequest(
  services: Services,
  origin: Origin,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  raw: readonly string[],
): StreamRequest {
  let trailers: readonly string[] = [];
  // They may come while the upstream is still being called.
  stream.on('trailers', (_headers: unknown, _flags: number, rawTrailers: readonly string[]) => {
    trailers = rawTrailers;
  });
  stream.on('error', () => undefined);
  const method = pseudoHeader(headers, ':method');
  const host = pseudoHeader(headers, ':authority') || (headers.host ?? formatAuthority(origin));
  const target = pseudoHeader(headers, ':path');
  const head = { method, host, target, headers: headerMap(withoutPseudo(raw)) };
  return {
    ...head,
    stream,
    raw,
    headers,
    observation: services.observations.begin(head),
    trailers: () => trailers,
    onFailure: (reason) => reportUpstreamFailure(services, origin, reason),
  };
}
