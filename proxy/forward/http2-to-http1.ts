import type { ClientRequest, IncomingMessage, InformationEvent } from 'node:http';
import { formatAuthority } from '../authority.ts';
import { afterThisTurn } from './after-this-turn.ts';
import { reasonOf } from './failure.ts';
import { openCall } from './http1-call.ts';
import { fromHttp1, lowerCaseNames, toHttp1, toSend } from './http2-headers.ts';
import {
  failStream,
  guardStream,
  leaveAnswered,
  respond,
  type StreamRequest,
} from './http2-stream.ts';
import { pairs } from './raw-headers.ts';
import type { Upstream } from './upstream-pool.ts';

const REPEATABLE = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** Carries one HTTP/2 request to an upstream that speaks HTTP/1.1. */
export function relayToHttp1(request: StreamRequest, upstream: Upstream): void {
  const { stream, observation, method, target } = request;
  const destination = formatAuthority(upstream.destination);
  const headers = toHttp1(request.raw, request.host);
  const framed = stream.endAfterHeaders || headers.includes('content-length');
  if (!framed) headers.push('transfer-encoding', 'chunked');
  let call: ClientRequest;
  try {
    call = openCall(upstream, { method, target, headers });
  } catch (error) {
    failStream(request, destination, reasonOf(error));
    return;
  }
  const guard = guardStream(request, destination);
  let answer: IncomingMessage | undefined;
  call.on(
    'information',
    guard(({ statusCode, rawHeaders }: InformationEvent) => {
      if (stream.headersSent || stream.closed) return;
      stream.additionalHeaders(fromHttp1(rawHeaders, statusCode));
    }),
  );
  call.once(
    'response',
    guard((received: IncomingMessage) => {
      answer = received;
      relayAnswer(request, received, destination);
    }),
  );
  call.once('close', () => answer?.complete && leaveAnswered(stream));
  call.on('error', (error) => {
    // The upstream would not take the rest of the body. The client gets the answer.
    if (answer?.complete) return;
    const repeatable = call.reusedSocket && stream.endAfterHeaders && REPEATABLE.has(method);
    if (repeatable && !stream.headersSent && !stream.closed) relayToHttp1(request, upstream);
    else failStream(request, destination, reasonOf(error));
  });
  stream.once('close', () => {
    observation?.end();
    // Where both sides have said everything, the last bytes may still be on their way upstream.
    if (answer?.complete !== true || !call.writableEnded) call.destroy();
  });
  sendBody(request, call, framed);
}

function sendBody(
  { stream, observation, trailers }: StreamRequest,
  call: ClientRequest,
  framed: boolean,
): void {
  if (stream.endAfterHeaders) {
    call.end();
    return;
  }
  if (observation !== undefined) {
    stream.on('data', (chunk: Buffer) => observation.requestChunk(chunk));
  }
  stream.pipe(call, { end: false });
  stream.once('end', () => {
    if (!framed) call.addTrailers(pairs(trailers()));
    call.end();
  });
  // A client may wait for the answer's head before it sends its body.
  afterThisTurn(() => {
    if (!call.headersSent && !call.destroyed) call.flushHeaders();
  });
}

function relayAnswer(request: StreamRequest, answer: IncomingMessage, destination: string): void {
  const { stream, observation } = request;
  const status = answer.statusCode ?? 0;
  observation?.answered(status, answer.rawHeaders);
  if (stream.closed) return;
  respond(stream, fromHttp1(answer.rawHeaders, status), isBodiless(request, answer));
  const guard = guardStream(request, destination);
  stream.on(
    'wantTrailers',
    guard(() => stream.sendTrailers(toSend(lowerCaseNames(answer.rawTrailers)))),
  );
  answer.on('error', () => undefined);
  answer.on('close', () => {
    if (!answer.complete) failStream(request, destination, 'the answer broke off');
  });
  if (observation !== undefined) {
    answer.on('data', (chunk: Buffer) => observation.answerChunk(chunk));
  }
  answer.once('end', () => observation?.end());
  if (stream.writableEnded) answer.resume();
  else answer.pipe(stream);
}

function isBodiless({ method }: StreamRequest, { statusCode }: IncomingMessage): boolean {
  return method === 'HEAD' || statusCode === 204 || statusCode === 304;
}
