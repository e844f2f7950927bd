import { type IncomingHttpHeaders, type OutgoingHttpHeaders, sensitiveHeaders } from 'node:http2';
import { endToEndHeaders } from './hop-by-hop.ts';

/** Returns the pseudo-header `name` (`:path`), or the empty string. */
export function pseudoHeader(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Returns the headers of an HTTP/2 message as HTTP/1.1 has them, without the pseudo-headers; names and values by turns. */
export function toHttp1(raw: readonly string[], host: string): string[] {
  const result: string[] = [];
  const cookies: string[] = [];
  let hasHost = false;
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const value = raw[i + 1] ?? '';
    if (name === 'host') hasHost = true;
    // HTTP/2 may split Cookie into crumbs, which HTTP/1.1 knows as one (RFC 9113, section 8.2.3).
    if (name === 'cookie') cookies.push(value);
    else if (!name.startsWith(':')) result.push(name, value);
  }
  if (cookies.length > 0) result.push('cookie', cookies.join('; '));
  const headers = endToEndHeaders(result);
  return hasHost ? headers : ['host', host, ...headers];
}

/** Returns the headers of an HTTP/1.1 answer as HTTP/2 has them. */
export function fromHttp1(raw: string[], status: number): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = { ':status': status };
  const headers = endToEndHeaders(raw);
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]?.toLowerCase() ?? '';
    if (name !== 'transfer-encoding') append(result, name, headers[i + 1] ?? '');
  }
  return result;
}

/** Returns received HTTP/2 headers for sending on: in their order, and kept out of compression where they were. */
export function toSend(
  raw: readonly string[],
  received?: IncomingHttpHeaders,
): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = {};
  for (let i = 0; i < raw.length; i += 2) append(result, raw[i] ?? '', raw[i + 1] ?? '');
  const sensitive: unknown = received && Reflect.get(received, sensitiveHeaders);
  if (Array.isArray(sensitive)) Reflect.set(result, sensitiveHeaders, sensitive);
  return result;
}

function append(headers: OutgoingHttpHeaders, name: string, value: string): void {
  const before = headers[name];
  if (before === undefined) headers[name] = value;
  else headers[name] = Array.isArray(before) ? [...before, value] : [String(before), value];
}

/** Returns raw headers without the pseudo-headers. */
export function withoutPseudo(raw: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < raw.length; i += 2) {
    if (raw[i]?.startsWith(':') === false) result.push(raw[i] ?? '', raw[i + 1] ?? '');
  }
  return result;
}

/** Returns raw headers with their names in lower case, as HTTP/2 demands. */
export function lowerCaseNames(raw: readonly string[]): string[] {
  return raw.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text));
}
