import type { ClientRequest, IncomingMessage } from 'node:http';

/** Carries a request's body upstream, with backpressure and trailers, and can begin again. */
export interface BodyRelay {
  /** True while all of the body that has come can still be sent again. */
  readonly repeatable: boolean;
  /** Sends the body to this call, from its start. May be used again while `repeatable`. */
  sendTo(call: ClientRequest): void;
  /** Reads what is left of the body and forgets it. */
  discard(): void;
}

/**
 * Returns the relay of a request's body. `holdBytes` is how much of it to keep for a second attempt;
 * `onChunk` sees every chunk once.
 */
export function createBodyRelay(
  request: IncomingMessage,
  holdBytes: number,
  onChunk: ((chunk: Buffer) => void) | undefined,
): BodyRelay {
  let sink: ClientRequest | undefined;
  let listening = false;
  let held: Buffer[] = [];
  let room = holdBytes;
  const hold = (chunk: Buffer): void => {
    room -= chunk.length;
    if (room >= 0) held.push(chunk);
    else held = [];
  };
  const finish = (call: ClientRequest): void => {
    if (request.rawTrailers.length > 0) call.addTrailers(pairs(request.rawTrailers));
    call.end();
  };
  const listen = (): void => {
    listening = true;
    request.on('data', (chunk: Buffer) => {
      onChunk?.(chunk);
      hold(chunk);
      if (sink?.write(chunk) === false) request.pause();
    });
    request.on('end', () => sink !== undefined && finish(sink));
  };
  return {
    get repeatable() {
      return room >= 0;
    },
    sendTo(call) {
      sink = call;
      if (!hasBody(request)) {
        call.end();
        return;
      }
      call.on('drain', () => request.resume());
      if (!listening) listen();
      for (const chunk of held) call.write(chunk);
      if (request.readableEnded) finish(call);
      else request.resume();
      // The head goes out with the first bytes of the body, or alone when those are late:
      // a client that sent `Expect: 100-continue` waits for the answer to it.
      setImmediate(() => {
        if (!call.headersSent && !call.destroyed) call.flushHeaders();
      });
    },
    discard() {
      sink = undefined;
      request.resume();
    },
  };
}

/** A request has a body exactly when its headers frame one (RFC 9112, section 6.3). */
function hasBody(request: IncomingMessage): boolean {
  const { headers } = request;
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Returns raw headers as name and value pairs. */
export function pairs(raw: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let i = 0; i < raw.length; i += 2) result.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return result;
}
