import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseAbsoluteForm } from './absolute-form.ts';
import { type Destined, requestHead } from './destined.ts';
import { helpPage } from './help-page.ts';
import { forwardOrdinary } from './ordinary.ts';
import { forwardObserved } from './serve-http1.ts';
import type { Services } from './services.ts';
import { serveUpgrade } from './upgrade.ts';

/** Serves what is sent to the proxy without CONNECT: requests in absolute form, and those to the proxy itself. */
export function handlePlain(
  services: Services,
  ownUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const destined = destinationOf(services, request);
  if (destined === undefined) {
    answerHelp(request, response, ownUrl);
    return;
  }
  if (destined.observation !== undefined || needsExactForwarding(request, destined)) {
    forwardObserved(services, request, response, destined);
  } else {
    void forwardOrdinary(services, request, response, destined);
  }
}

/** The same for a request to leave HTTP. */
export function handlePlainUpgrade(
  services: Services,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const destined = destinationOf(services, request);
  if (destined === undefined) socket.destroy();
  else void serveUpgrade(services, request, socket, head, destined);
}

function destinationOf(services: Services, request: IncomingMessage): Destined | undefined {
  const absolute = parseAbsoluteForm(request.url ?? '');
  if (absolute === undefined) return undefined;
  const own = services.ownAddress(absolute.origin);
  if (own === 'proxy') return undefined;
  if (own === 'endpoint') return { ...absolute, observation: undefined };
  const { host, port } = absolute.origin;
  const origin = { ...absolute.origin, redirected: services.shouldIntercept(host, port) };
  const { target } = absolute;
  const observation = services.observations.begin(requestHead(request, origin, target));
  return { origin, target, observation };
}

/** http-proxy loses trailers and `100 Continue`, and leaves TLS to others. */
function needsExactForwarding(request: IncomingMessage, { origin }: Destined): boolean {
  const { expect, trailer } = request.headers;
  return origin.redirected || origin.secure || expect !== undefined || trailer !== undefined;
}

function answerHelp(request: IncomingMessage, response: ServerResponse, ownUrl: string): void {
  const text = helpPage(ownUrl);
  const wanted = request.url === '/' && (request.method === 'GET' || request.method === 'HEAD');
  response.writeHead(wanted ? 200 : 404, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
