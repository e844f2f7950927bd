import type { Slices } from '../aws/wire/slices.ts';
import { CopyAside } from './copy-aside.ts';
import type { Exchange, ExchangeObserver, RequestHead } from './exchange.ts';
import { headerMap } from './forward/raw-headers.ts';
import { WorkQueue } from './work-queue.ts';

const NO_HEADERS: ReadonlyMap<string, string> = new Map();

/** Begins observations, and knows those that have not ended. */
export class Observations {
  readonly #observer: ExchangeObserver;
  readonly #onError: (error: unknown) => void;
  readonly #shared: Shared;

  /** What the observer throws goes to `onError`, once for each request, and never to the client. */
  constructor(observer: ExchangeObserver, onError: (error: unknown) => void) {
    this.#observer = observer;
    this.#onError = onError;
    this.#shared = { open: new Set(), work: new WorkQueue(onError), onError };
  }

  /** Returns undefined where the observer has no interest in the request. */
  begin(head: RequestHead): Observation | undefined {
    try {
      const exchange = this.#observer.begin(head);
      if (exchange === undefined) return undefined;
      const observation = new Observation(exchange, this.#shared);
      this.#shared.open.add(observation);
      return observation;
    } catch (error) {
      this.#onError(error);
      return undefined;
    }
  }

  /** Ends all that are still open, and waits for none. */
  endAll(): void {
    for (const observation of [...this.#shared.open]) observation.end();
    this.#shared.work.finishAll();
  }
}

/** What the observations of one proxy share. */
interface Shared {
  /** Those that have not ended. */
  readonly open: Set<Observation>;
  readonly work: WorkQueue;
  readonly onError: (error: unknown) => void;
}

/** One request under observation, from its head to its end. */
export class Observation {
  readonly #exchange: Exchange;
  readonly #shared: Shared;
  #hasFailed = false;
  readonly #request: CopyAside;
  #answer: CopyAside | undefined;
  #status: number | null = null;
  #headers = NO_HEADERS;
  #ended = false;

  constructor(exchange: Exchange, shared: Shared) {
    this.#exchange = exchange;
    this.#shared = shared;
    this.#request = new CopyAside(exchange.requestBodyBytes);
  }

  /** Takes note of a part of the request's body. */
  requestChunk(chunk: Buffer): void {
    this.#request.push(chunk);
  }

  /** Takes note of the final answer's head; `raw` holds names and values by turns. */
  answered(status: number, raw: readonly string[]): void {
    this.#status = status;
    this.#headers = headerMap(raw);
    try {
      const limit = this.#exchange.responseBodyBytes(status, this.#headers);
      if (limit > 0) this.#answer = new CopyAside(limit);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes note of a part of the answer's body. */
  answerChunk(chunk: Buffer): void {
    this.#answer?.push(chunk);
  }

  /** Tells the observer what came of the request. Only the first call counts. A large body is read in later turns. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#shared.open.delete(this);
    const result = {
      requestBody: this.#request.bytes(),
      requestBodyCut: this.#request.cut,
      status: this.#status,
      responseHeaders: this.#headers,
      responseBody: this.#answer?.bytes() ?? new Uint8Array(0),
    };
    try {
      const rest = this.#exchange.end(result);
      if (rest !== undefined) this.#shared.work.add(this.#finish(rest));
    } catch (error) {
      this.#fail(error);
    }
  }

  *#finish(rest: Slices<void>): Slices<void> {
    try {
      yield* rest;
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#hasFailed) this.#shared.onError(error);
    this.#hasFailed = true;
  }
}
