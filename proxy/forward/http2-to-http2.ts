import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
} from 'node:http2';
import { reasonOf } from './failure.ts';
import { toSend, withoutPseudo } from './http2-headers.ts';
import {
  failStream,
  guardStream,
  leaveAnswered,
  respond,
  type StreamRequest,
} from './http2-stream.ts';

// Node hands the headers as received to every listener, which its types do not tell.
type RawHeaders = readonly string[];
type AnswerHeaders = IncomingHttpHeaders & IncomingHttpStatusHeader;

/** Carries one request over an HTTP/2 session upstream: both directions at once, with trailers and resets. */
export function relayToHttp2(
  request: StreamRequest,
  session: ClientHttp2Session,
  destination: string,
): void {
  const { stream, observation } = request;
  const bodiless = stream.endAfterHeaders;
  const call = session.request(toSend(request.raw, request.headers), {
    endStream: bodiless,
    waitForTrailers: !bodiless,
  });
  const guard = guardStream(request, destination);
  relayAnswer(request, call, guard);
  linkEnds(request, call, destination);
  if (bodiless) return;
  call.on(
    'wantTrailers',
    guard(() => call.sendTrailers(toSend(request.trailers()))),
  );
  if (observation !== undefined) {
    stream.on('data', (chunk: Buffer) => observation.requestChunk(chunk));
  }
  stream.pipe(call);
}

function relayAnswer(
  { stream, observation }: StreamRequest,
  call: ClientHttp2Stream,
  guard: ReturnType<typeof guardStream>,
): void {
  let trailers: RawHeaders = [];
  call.on('trailers', (_headers: unknown, _flags: number, raw: RawHeaders) => {
    trailers = raw;
  });
  const onInformation = (headers: AnswerHeaders, _flags: number, raw: RawHeaders): void => {
    if (!stream.headersSent && !stream.closed) stream.additionalHeaders(toSend(raw, headers));
  };
  const onResponse = (headers: AnswerHeaders, flags: number, raw: RawHeaders): void => {
    observation?.answered(headers[':status'] ?? 0, withoutPseudo(raw));
    if (stream.closed) return;
    const ended = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    respond(stream, toSend(raw, headers), ended);
    if (observation !== undefined) {
      call.on('data', (chunk: Buffer) => observation.answerChunk(chunk));
    }
    call.once('end', () => observation?.end());
    if (ended) call.resume();
    else call.pipe(stream);
  };
  call.on('headers', guard(onInformation)).on('response', guard(onResponse));
  stream.on(
    'wantTrailers',
    guard(() => stream.sendTrailers(toSend(trailers))),
  );
}

/** A reset on one side is the same reset on the other. */
function linkEnds(request: StreamRequest, call: ClientHttp2Stream, destination: string): void {
  const { stream, observation } = request;
  stream.once('close', () => {
    observation?.end();
    if (!call.closed) call.close(stream.rstCode || constants.NGHTTP2_CANCEL);
  });
  let failure: unknown;
  call.on('error', (error) => {
    failure ??= error;
  });
  call.once('close', () => {
    const code = call.rstCode ?? constants.NGHTTP2_NO_ERROR;
    if (stream.closed) return;
    const isAnswered = code === constants.NGHTTP2_NO_ERROR && stream.headersSent;
    if (isAnswered && failure === undefined) {
      void leaveAnswered(stream);
      return;
    }
    if (failure === undefined || isStreamReset(failure)) {
      request.onFailure(`the stream was reset with code ${code}`);
      stream.close(code);
      return;
    }
    failStream(request, destination, reasonOf(failure));
  });
}

function isStreamReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_HTTP2_STREAM_ERROR';
}
