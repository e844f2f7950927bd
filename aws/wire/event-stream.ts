import { toCode, type WireError } from './read-error.ts';

/** Tells whether an answer is a stream of events, which can end in an error after it began well. */
export function isEventStream(headers: ReadonlyMap<string, string>): boolean {
  return headers.get('content-type')?.includes('application/vnd.amazon.eventstream') === true;
}

/**
 * Returns the error among the first events of a stream; undefined where there is none.
 * Source: Smithy 2.0, "Amazon Event Stream Specification" (prelude of 12 bytes, headers, payload, checksum of 4 bytes;
 * `:message-type` is `exception` or `error`).
 */
export function readStreamError(body: Uint8Array): WireError | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; at + preludeLength <= body.length; ) {
    const total = view.getUint32(at);
    const payloadAt = at + preludeLength + view.getUint32(at + 4);
    const end = at + total - checksumLength;
    if (end < payloadAt || end > body.length) return undefined;
    const headers = readHeaders(body.subarray(at + preludeLength, payloadAt));
    const error = errorOf(headers, body.subarray(payloadAt, end));
    if (error !== undefined) return error;
    at += total;
  }
  return undefined;
}

const preludeLength = 12;
const checksumLength = 4;
const decoder = new TextDecoder();

function errorOf(headers: ReadonlyMap<string, string>, payload: Uint8Array): WireError | undefined {
  const type = headers.get(':message-type');
  if (type === 'error')
    return {
      code: toCode(headers.get(':error-code')),
      message: headers.get(':error-message') ?? null,
    };
  if (type !== 'exception') return undefined;
  return { code: toCode(headers.get(':exception-type')), message: decoder.decode(payload) };
}

/** Reads the text headers; the others are no part of an error. */
function readHeaders(bytes: Uint8Array): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = at + 1 + (bytes[at] ?? 0);
    const name = decoder.decode(bytes.subarray(at + 1, nameEnd));
    const kind = bytes[nameEnd] ?? 0;
    const isSized = kind === byteArray || kind === text;
    const sizeOf = () => ((bytes[nameEnd + 1] ?? 0) << 8) | (bytes[nameEnd + 2] ?? 0);
    const start = nameEnd + (isSized ? 3 : 1);
    const end = start + (isSized ? sizeOf() : (fixedSizes[kind] ?? bytes.length));
    if (kind === text) headers.set(name, decoder.decode(bytes.subarray(start, end)));
    at = end;
  }
  return headers;
}

const byteArray = 6;
const text = 7;
/** The length of a value by its kind: true, false, byte, short, integer, long; then timestamp and UUID. */
const fixedSizes: Readonly<Record<number, number>> = {
  0: 0,
  1: 0,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  8: 8,
  9: 16,
};
