import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Destined, requestHead } from './destined.ts';
import { createHttpServer } from './forward/http-server.ts';
import { forwardHttp1 } from './forward/http1.ts';
import type { Origin } from './origin.ts';
import { reportUpstreamFailure, type Services } from './services.ts';
import { serveUpgrade } from './upgrade.ts';

/** Serves HTTP/1 on connections that were handed to the proxy, each with the origin it leads to. */
export type ServeHttp1 = (socket: Duplex, origin: Origin) => void;

/** Returns what serves intercepted HTTP/1 connections: every request is observed and forwarded. */
export function createHttp1Service(services: Services): ServeHttp1 {
  const origins = new WeakMap<Duplex, Origin>();
  const server = createHttpServer({
    request(request, response) {
      const origin = origins.get(request.socket);
      if (origin === undefined) {
        response.destroy();
        return;
      }
      const target = request.url ?? '/';
      const observation = services.observations.begin(requestHead(request, origin, target));
      forwardObserved(services, request, response, { origin, target, observation });
    },
    upgrade(request, socket, head) {
      const origin = origins.get(socket);
      if (origin === undefined) {
        socket.destroy();
        return;
      }
      const target = request.url ?? '/';
      const observation = services.observations.begin(requestHead(request, origin, target));
      void serveUpgrade(services, request, socket, head, { origin, target, observation });
    },
  });
  return (socket, origin) => {
    origins.set(socket, origin);
    server.emit('connection', socket);
  };
}

/** Forwards a request to its origin and keeps count of it. */
export function forwardObserved(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  { origin, target, observation }: Destined,
): void {
  services.stats.requests += 1;
  forwardHttp1(request, response, {
    upstream: services.pool.upstreamFor(origin),
    target,
    observation,
    onFailure: (reason) => reportUpstreamFailure(services, origin, reason),
  });
}
