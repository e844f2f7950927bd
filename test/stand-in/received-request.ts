import type { IncomingMessage } from 'node:http';

/** A request as it came over the wire, before anything is made of it. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path as received, still percent-encoded. */
  readonly path: string;
  /** Query parameters, decoded; a key without a value has the empty one. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** Header names in lower case; repeated headers joined by a comma, as SigV4 joins them. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Reads one request to its end. */
export async function receiveRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const [path = '/', search = ''] = splitOnce(message.url ?? '/', '?');
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return {
    method: message.method ?? 'GET',
    path,
    query: readQuery(search),
    headers: readHeaders(message.rawHeaders),
    body: Buffer.concat(chunks),
  };
}

/** Returns the first value of a query parameter; undefined where the parameter is not there. */
export function queryValue(request: ReceivedRequest, name: string): string | undefined {
  return request.query.get(name)?.[0];
}

function readQuery(search: string): Map<string, string[]> {
  const query = new Map<string, string[]>();
  for (const pair of search.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = splitOnce(pair, '=').map(decodeURIComponent);
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return query;
}

function readHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = (rawHeaders[index + 1] ?? '').trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
