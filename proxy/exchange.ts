import type { Slices } from '../aws/wire/slices.ts';

/** The head of a request that the proxy has terminated. */
export interface RequestHead {
  readonly method: string;
  /** The Host header (or `:authority`), else the CONNECT authority; with its port where it has one. */
  readonly host: string;
  /** Path and query exactly as received: `/bucket/key?versionId=1`. */
  readonly target: string;
  /** Header names in lower case; repeated headers joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What came of a request, told once, when the answer has ended or will never come. */
export interface ExchangeEnd {
  /** The first bytes of the request's body, as far as they were wanted; empty otherwise. */
  readonly requestBody: Uint8Array;
  /** True when the body went on beyond what was copied. */
  readonly requestBodyCut: boolean;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly responseHeaders: ReadonlyMap<string, string>;
  /** The first bytes of the answer's body, as far as they were wanted; empty otherwise. */
  readonly responseBody: Uint8Array;
}

/** One request under observation. */
export interface Exchange {
  /** How many bytes of the request's body to copy aside; 0 for none. */
  readonly requestBodyBytes: number;
  /** How many bytes of the answer's body to copy aside; asked when its head has come. */
  responseBodyBytes(status: number, headers: ReadonlyMap<string, string>): number;
  /** Takes what came of the request. Where there is much to be read, the rest of it is returned, to be done in slices. */
  end(result: ExchangeEnd): Slices<void> | undefined;
}

/** Sees every request that the proxy terminates, and never changes it. */
export interface ExchangeObserver {
  /** Returns undefined where the request is of no interest (not signed): then nothing of it is copied. */
  begin(head: RequestHead): Exchange | undefined;
}
