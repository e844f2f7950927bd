import { decodeSegment } from './percent-decode.ts';

/** The head of a request as received. Structurally the proxy's `RequestHead`. */
export interface WireRequest {
  readonly method: string;
  /** Host header or `:authority`, with its port where it has one. */
  readonly host: string;
  /** Path and query exactly as received. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A request's target taken apart. Values are percent-decoded, path segments are not. */
export interface RequestTarget {
  readonly path: string;
  /** First value of each query key. */
  readonly query: ReadonlyMap<string, string>;
  /** True where the query has more parts than are read. */
  readonly isCut?: true;
}

/** More parts than the query of any operation has: the rest is left aside. */
const mostQueryParts = 5_000;

/** Splits a target into its path and its decoded query. Damaged escapes stay as they are. */
export function parseTarget(target: string): RequestTarget {
  const mark = target.indexOf('?');
  if (mark === -1) return { path: target, query: new Map() };
  const query = new Map<string, string>();
  const parts = target.slice(mark + 1).split('&', mostQueryParts + 1);
  const isCut = parts.length > mostQueryParts;
  for (const part of parts.slice(0, mostQueryParts)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const key = decode(equals === -1 ? part : part.slice(0, equals));
    if (!query.has(key)) query.set(key, equals === -1 ? '' : decode(part.slice(equals + 1)));
  }
  return { path: target.slice(0, mark), query, ...(isCut && { isCut }) };
}

function decode(text: string): string {
  return decodeSegment(text.replaceAll('+', ' '));
}
