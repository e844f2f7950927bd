import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { formatAuthority } from '../authority.ts';
import type { Observation } from '../observation.ts';
import { breakOffResponse, relayAnswer, relayInformation } from './answer.ts';
import { BodyRelay } from './body-relay.ts';
import { answerFailure, reasonOf } from './failure.ts';
import { endToEndHeaders } from './hop-by-hop.ts';
import { type CallHead, openCall } from './http1-call.ts';
import type { Upstream } from './upstream-pool.ts';

/** Where an HTTP/1.1 request goes, and who watches. */
export interface Http1Route {
  readonly upstream: Upstream;
  /** Path and query to ask for. */
  readonly target: string;
  readonly observation: Observation | undefined;
  /** Told when no answer came, or when it broke off. */
  onFailure(reason: string): void;
}

// Methods that may be sent again when a kept connection turns out to be closed (RFC 9110, section 9.2.2).
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']);
// What may be sent again is held until the answer begins; uploads are larger and are not held.
const HOLD_BYTES = 65_536;

const BROKEN_OFF = 'the answer broke off';

interface Forwarding {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Http1Route;
  readonly head: CallHead;
  readonly body: BodyRelay;
  call: ClientRequest | undefined;
  answer: IncomingMessage | undefined;
}

/** Forwards a request upstream as it is, and the answer back as it is. */
export function forwardHttp1(
  request: IncomingMessage,
  response: ServerResponse,
  route: Http1Route,
): void {
  const { observation } = route;
  const method = request.method ?? 'GET';
  const forwarding: Forwarding = {
    request,
    response,
    route,
    head: { method, target: route.target, headers: endToEndHeaders(request.rawHeaders) },
    body: new BodyRelay(request, IDEMPOTENT.has(method) ? HOLD_BYTES : 0, observation),
    call: undefined,
    answer: undefined,
  };
  response.on('error', () => undefined);
  response.once('close', () => {
    if (!response.writableFinished) forwarding.call?.destroy();
    observation?.end();
  });
  attempt(forwarding);
}

function attempt(forwarding: Forwarding): void {
  const { response, route, body } = forwarding;
  let call: ClientRequest;
  try {
    call = openCall(route.upstream, forwarding.head);
  } catch (error) {
    // Node refuses what no server would take: a control character in the path or in a value.
    fail(forwarding, error);
    return;
  }
  forwarding.call = call;
  call.on('information', (info) => relayInformation(info, response));
  call.once('response', (answer) => relay(forwarding, call, answer));
  call.on('error', (error) => {
    if (forwarding.call !== call) return;
    if (mayRepeat(forwarding, call)) attempt(forwarding);
    else fail(forwarding, error);
  });
  body.sendTo(call);
}

function relay(forwarding: Forwarding, call: ClientRequest, answer: IncomingMessage): void {
  const { request, response, route } = forwarding;
  forwarding.answer = answer;
  try {
    relayAnswer(answer, response, route.observation, () => fail(forwarding, BROKEN_OFF));
    answer.once('end', () => !request.complete && endTogether(request, call));
  } catch (error) {
    // Node reads some answers that it refuses to write.
    call.destroy();
    fail(forwarding, error);
  }
}

/** A kept connection that the upstream closed at the same moment: the request never arrived. */
function mayRepeat({ response, head, body }: Forwarding, call: ClientRequest): boolean {
  if (response.destroyed || response.headersSent || !call.reusedSocket) return false;
  return IDEMPOTENT.has(head.method) && body.repeatable;
}

function fail({ request, response, route, body, answer }: Forwarding, error: unknown): void {
  body.discard();
  if (response.destroyed) return;
  if (answer?.complete === true) {
    // The upstream would not take the rest of the body, or said more than its answer. The client gets the answer.
    const leave = () => void (request.complete || request.socket.destroySoon());
    if (response.writableEnded) leave();
    else response.once('finish', leave);
    return;
  }
  const reason = reasonOf(error);
  route.onFailure(reason);
  route.observation?.end();
  if (response.headersSent) {
    breakOffResponse(response, answer, error === BROKEN_OFF);
    return;
  }
  const { destination } = route.upstream;
  answerFailure(response, formatAuthority(destination), reason);
}

/**
 * An answer came before the body had ended: the upstream goes on reading until one of the two leaves,
 * and then so does the other.
 */
function endTogether(request: IncomingMessage, call: ClientRequest): void {
  request.socket.once('close', () => call.destroy());
  call.once('close', () => {
    if (!request.complete) request.socket.destroySoon();
  });
}
