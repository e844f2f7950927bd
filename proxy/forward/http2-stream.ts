import {
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import type { Observation } from '../observation.ts';
import { ERROR_HEADER, failureText, reasonOf } from './failure.ts';

/** One intercepted HTTP/2 request, as it came. */
export interface StreamRequest {
  readonly stream: ServerHttp2Stream;
  readonly method: string;
  /** `:authority`, else the Host header. */
  readonly host: string;
  /** Path and query exactly as received. */
  readonly target: string;
  /** Names and values by turns, pseudo-headers included. */
  readonly raw: readonly string[];
  /** The headers as Node parsed them, for what they know of compression. */
  readonly headers: IncomingHttpHeaders;
  readonly observation: Observation | undefined;
  /** The trailers that have come so far. */
  trailers(): readonly string[];
  /** Told when no answer came, or when it broke off. */
  onFailure(reason: string): void;
}

/** Begins the answer: without the Date that Node would add, and with room for trailers after the body. */
export function respond(
  stream: ServerHttp2Stream,
  headers: OutgoingHttpHeaders,
  endStream: boolean,
): void {
  const options = { endStream, waitForTrailers: !endStream, sendDate: false };
  stream.respond(headers, options);
}

// Node tells nobody that the end of an answer was sent, so it is looked for. Few streams come to this.
const LOOK_AGAIN_MS = 10;

/**
 * Leaves a stream whose upstream has left it, once the answer is sent to its end: the client need not send the rest of
 * its request (RFC 9113, section 8.1). A reset that comes before the end would take the trailers, and to most clients
 * it would be a failure.
 */
export async function leaveAnswered(stream: ServerHttp2Stream): Promise<void> {
  if (stream.endAfterHeaders || stream.readableEnded) return;
  stream.resume();
  while (!stream.closed && stream.state.localClose !== 1) await delay(LOOK_AGAIN_MS);
  if (!stream.closed) stream.close(constants.NGHTTP2_NO_ERROR);
}

/** Answers 502 with the reason, or resets the stream where the answer has begun. */
export function failStream(request: StreamRequest, destination: string, reason: string): void {
  const { stream, observation } = request;
  if (stream.destroyed || stream.closed) return;
  request.onFailure(reason);
  observation?.end();
  if (stream.headersSent) {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    return;
  }
  const text = failureText(destination, reason);
  const headers = {
    ':status': 502,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    [ERROR_HEADER]: reason,
  };
  stream.respond(headers);
  stream.end(text);
  stream.resume();
}

/**
 * Returns what makes a step of a relay safe: Node reads some messages that it refuses to send on,
 * and that must fail the stream and nothing else.
 */
export function guardStream(request: StreamRequest, destination: string) {
  return <A extends unknown[]>(step: (...args: A) => void): ((...args: A) => void) =>
    (...args) => {
      try {
        step(...args);
      } catch (error) {
        failStream(request, destination, reasonOf(error));
      }
    };
}
