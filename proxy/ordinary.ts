import type { Agent, IncomingMessage, ServerResponse } from 'node:http';
import { formatAuthority } from './authority.ts';
import type { Destined } from './destined.ts';
import { breakOffResponse, relayAnswer, relayInformation } from './forward/answer.ts';
import { answerFailure, reasonOf } from './forward/failure.ts';
import { endToEndHeaders } from './forward/hop-by-hop.ts';
import { setExactHeaders } from './forward/http1-call.ts';
import type { Upstream } from './forward/upstream-pool.ts';
import { reportUpstreamFailure, type Services } from './services.ts';

const KEPT_CONNECTION_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Ordinary {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly upstream: Upstream;
  readonly target: string;
  answer: IncomingMessage | undefined;
}

/** Forwards a request that is none of ours, by http-proxy, so that neither side can tell. */
export async function forwardOrdinary(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  { origin, target }: Destined,
): Promise<void> {
  response.on('error', () => undefined);
  const upstream = services.pool.upstreamFor(origin);
  const ordinary: Ordinary = { request, response, upstream, target, answer: undefined };
  try {
    await sendWithRepeat(ordinary);
  } catch (error) {
    request.resume();
    if (response.destroyed || response.writableEnded || ordinary.answer?.complete) return;
    const reason = reasonOf(error);
    reportUpstreamFailure(services, origin, reason);
    if (response.headersSent) breakOffResponse(response, ordinary.answer, !isReset(error));
    else answerFailure(response, formatAuthority(origin), reason);
  }
}

/** A request that cannot be sent twice takes a new connection, which no server can have closed. */
async function sendWithRepeat(ordinary: Ordinary): Promise<void> {
  const { request, response, upstream } = ordinary;
  const repeatable = KEPT_CONNECTION_METHODS.has(request.method ?? '') && isBodiless(request);
  if (!repeatable) return send(ordinary, upstream.freshAgent);
  try {
    await send(ordinary, upstream.agent);
  } catch (error) {
    if (!isReset(error) || response.headersSent || response.destroyed) throw error;
    await send(ordinary, upstream.freshAgent);
  }
}

/** Resolves when the answer has come to its end; rejects when there is none or it broke off. */
async function send(ordinary: Ordinary, agent: Agent): Promise<void> {
  const { request, response, upstream, target } = ordinary;
  const { createProxyServer } = await import('./load-http-proxy.ts');
  const proxy = createProxyServer({ xfwd: false });
  await new Promise<void>((resolve, reject) => {
    proxy.on('error', reject);
    proxy.on('econnreset', reject);
    proxy.on('proxyReq', (call) => {
      call.path = upstream.targetPrefix + target;
      // http-proxy would send the headers in lower case and in another order, and give DELETE a length.
      const headers = endToEndHeaders(request.rawHeaders);
      setExactHeaders(call, headers, upstream.proxyAuthorization);
      call.on('information', (info) => relayInformation(info, response));
    });
    proxy.on('proxyRes', (answer) => {
      ordinary.answer = answer;
      answer.once('end', resolve);
      try {
        relayAnswer(answer, response, undefined, () => reject(new Error('the answer broke off')));
      } catch (error) {
        reject(error);
      }
    });
    const { host, port } = upstream.destination;
    const options = { target: { protocol: 'http:', host, port }, agent };
    proxy.web(request, response, { ...options, toProxy: true, selfHandleResponse: true });
  });
}

function isBodiless({ headers }: IncomingMessage): boolean {
  return headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}
