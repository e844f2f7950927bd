import type { ObservedCall } from '../aws/api-call.ts';
import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { ConnectedCalls } from '../aws/wire/connected-calls.ts';
import { decodeContent } from '../aws/wire/decode-content.ts';
import { isEventStream } from '../aws/wire/event-stream.ts';
import { readOutcome } from '../aws/wire/outcome.ts';
import { readAnswer } from '../aws/wire/read-answer.ts';
import { beginRecognition } from '../aws/wire/recognise.ts';
import type { RecognisedRequest } from '../aws/wire/recognised-request.ts';
import type { Slices } from '../aws/wire/slices.ts';
import type { CallSink } from '../sessions/call-sink.ts';
import type { ExchangeEnd, ExchangeObserver } from './exchange.ts';

/** How a recorder is set up. */
export interface RecorderOptions {
  readonly catalog: CatalogSource;
  readonly sink: CallSink;
  /** At most so many bytes of a request's body are copied. */
  readonly maxBodyBytes: number;
  /** Told of each call after it went to the sink. */
  readonly onCall?: (call: ObservedCall) => void;
  /** Told when a body that was needed went on beyond the limit, or request or answer held more than is read of any. */
  readonly onBodyCut?: (call: ObservedCall) => void;
}

/** Enough of an answer for an error's code, or for the ids that the catalog asks for. */
const answerBytes = 16 * 1024;

/** Makes the observer that recognises signed requests and hands their calls to a sink. */
export function createRecorder(options: RecorderOptions): ExchangeObserver {
  const connected = new ConnectedCalls(options.catalog);
  return {
    begin(head) {
      const recognition = beginRecognition(head, options.catalog);
      if (recognition === undefined) return undefined;
      return {
        requestBodyBytes: recognition.isBodyNeeded ? options.maxBodyBytes : 0,
        responseBodyBytes: (status, headers) =>
          status >= 400 || recognition.isAnswerNeeded || isEventStream(headers) ? answerBytes : 0,
        end(result) {
          const seenAt = Date.now();
          let isCut = recognition.isBodyNeeded && result.requestBodyCut;
          const onGivenUp = () => {
            isCut = true;
          };
          const keep = (request: RecognisedRequest | undefined) => {
            if (request === undefined) return;
            const body = decodeContent(result.responseHeaders, result.responseBody);
            const isSuccess = result.status !== null && result.status < 400;
            const answer = { headers: result.responseHeaders, body };
            const told = isSuccess
              ? readAnswer(request, answer, options.catalog, onGivenUp)
              : request;
            const call = joinResult(connected.connect(told, isSuccess), result, body);
            options.sink.record(call, seenAt);
            options.onCall?.(call);
            if (isCut) options.onBodyCut?.(call);
          };
          const { requestBody, requestBodyCut } = result;
          const work = recognition.complete(requestBody, requestBodyCut, onGivenUp);
          // What is read in one slice, as most requests are, is spared the cost of another generator.
          const first = work.next();
          if (first.done !== true) return keepLater(work, keep);
          keep(first.value);
          return undefined;
        },
      };
    },
  };
}

function* keepLater<T>(work: Slices<T>, keep: (result: T) => void): Slices<void> {
  yield;
  keep(yield* work);
}

function joinResult(
  request: RecognisedRequest,
  { status, responseHeaders: headers }: ExchangeEnd,
  body: Uint8Array,
): ObservedCall {
  const answer = status === null ? undefined : { status, headers, body };
  const outcome = readOutcome(answer, request.operation);
  // The request was made for this call alone; copying it cost a sixth of recording it.
  return Object.assign(request, outcome);
}
