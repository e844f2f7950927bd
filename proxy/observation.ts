import { createCopyAside } from './copy-aside.ts';
import type { Exchange, ExchangeObserver, RequestHead } from './exchange.ts';

/** One request under observation, from its head to its end. */
export interface Observation {
  requestChunk(chunk: Buffer): void;
  /** Tells the head of the final answer; `raw` holds names and values by turns. */
  answered(status: number, raw: readonly string[]): void;
  answerChunk(chunk: Buffer): void;
  /** Tells the observer what came of the request. Only the first call counts. */
  end(): void;
}

/** Begins observations, and knows those that have not ended. */
export interface Observations {
  /** Returns undefined where the observer has no interest in the request. */
  begin(head: RequestHead): Observation | undefined;
  /** Ends all that are still open. */
  endAll(): void;
}

const NO_HEADERS: ReadonlyMap<string, string> = new Map();

/** Returns the observations of one proxy. What the observer throws goes to `onError` and never to the client. */
export function createObservations(
  observer: ExchangeObserver,
  onError: (error: unknown) => void,
): Observations {
  const open = new Set<Observation>();
  const guarded = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch (error) {
      onError(error);
      return otherwise;
    }
  };
  return {
    begin(head) {
      const exchange = guarded(() => observer.begin(head), undefined);
      if (exchange === undefined) return undefined;
      const observation = observe(exchange, guarded, () => open.delete(observation));
      open.add(observation);
      return observation;
    },
    endAll() {
      for (const observation of [...open]) observation.end();
    },
  };
}

type Guard = <T>(action: () => T, otherwise: T) => T;

function observe(exchange: Exchange, guarded: Guard, onEnd: () => void): Observation {
  const request = createCopyAside(exchange.requestBodyBytes);
  let answer = createCopyAside(0);
  let status: number | null = null;
  let headers = NO_HEADERS;
  let ended = false;
  return {
    requestChunk: request.push,
    answered(code, raw) {
      status = code;
      headers = headerMap(raw);
      answer = createCopyAside(guarded(() => exchange.responseBodyBytes(code, headers), 0));
    },
    answerChunk(chunk) {
      answer.push(chunk);
    },
    end() {
      if (ended) return;
      ended = true;
      onEnd();
      const result = {
        requestBody: request.bytes(),
        requestBodyCut: request.cut,
        status,
        responseHeaders: headers,
        responseBody: answer.bytes(),
      };
      guarded(() => exchange.end(result), undefined);
    },
  };
}

/** Returns headers by their lower-case name, repeated ones joined by `, `. */
export function headerMap(raw: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? '';
    const value = raw[i + 1] ?? '';
    const before = map.get(name);
    map.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return map;
}
