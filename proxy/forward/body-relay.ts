import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Observation } from '../observation.ts';
import { afterThisTurn } from './after-this-turn.ts';
import { pairs } from './raw-headers.ts';

/** Carries a request's body upstream, with backpressure and trailers, and can begin again. */
export class BodyRelay {
  readonly #request: IncomingMessage;
  readonly #observation: Observation | undefined;
  readonly #hasBody: boolean;
  #sink: ClientRequest | undefined;
  #listening = false;
  #held: Buffer[] = [];
  #room: number;

  /** `holdBytes` is how much of the body to keep for a second attempt. */
  constructor(request: IncomingMessage, holdBytes: number, observation: Observation | undefined) {
    this.#request = request;
    this.#observation = observation;
    this.#room = holdBytes;
    this.#hasBody = hasBody(request);
  }

  /** True while all of the body that has come can still be sent again. */
  get repeatable(): boolean {
    return this.#room >= 0;
  }

  /** Sends the body to this call, from its start. May be used again while `repeatable`. */
  sendTo(call: ClientRequest): void {
    this.#sink = call;
    if (!this.#hasBody) {
      call.end();
      return;
    }
    if (!this.#listening) this.#listen();
    for (const chunk of this.#held) call.write(chunk);
    if (this.#request.readableEnded) this.#finish(call);
    else this.#request.resume();
    // The head goes out with the first bytes of the body, or alone when those are late:
    // a client that sent `Expect: 100-continue` waits for the answer to it.
    afterThisTurn(() => {
      if (!call.headersSent && !call.destroyed) call.flushHeaders();
    });
  }

  /** Reads what is left of the body and forgets it. */
  discard(): void {
    this.#sink = undefined;
    this.#request.resume();
  }

  #listen(): void {
    this.#listening = true;
    this.#request.on('data', (chunk: Buffer) => this.#pass(chunk));
    this.#request.on('end', () => this.#sink && this.#finish(this.#sink));
  }

  #pass(chunk: Buffer): void {
    this.#observation?.requestChunk(chunk);
    this.#room -= chunk.length;
    if (this.#room >= 0) this.#held.push(chunk);
    else if (this.#held.length > 0) this.#held = [];
    const sink = this.#sink;
    if (sink === undefined || sink.write(chunk)) return;
    this.#request.pause();
    sink.once('drain', () => this.#request.resume());
  }

  #finish(call: ClientRequest): void {
    if (this.#request.rawTrailers.length > 0) call.addTrailers(pairs(this.#request.rawTrailers));
    call.end();
  }
}

/** A request has a body exactly when its headers frame one (RFC 9112, section 6.3). */
function hasBody(request: IncomingMessage): boolean {
  const { headers } = request;
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
