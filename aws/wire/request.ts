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
}

/** Splits a target into its path and its decoded query. Damaged escapes stay as they are. */
export function parseTarget(target: string): RequestTarget {
  const mark = target.indexOf('?');
  if (mark === -1) return { path: target, query: new Map() };
  const query = new Map<string, string>();
  for (const part of target.slice(mark + 1).split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const key = decode(equals === -1 ? part : part.slice(0, equals));
    if (!query.has(key)) query.set(key, equals === -1 ? '' : decode(part.slice(equals + 1)));
  }
  return { path: target.slice(0, mark), query };
}

/** Percent-decodes a path segment; returns it as it is where its escapes are damaged. */
export function decodeSegment(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decode(text: string): string {
  return decodeSegment(text.replaceAll('+', ' '));
}
