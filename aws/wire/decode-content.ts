import { constants, gunzipSync } from 'node:zlib';

/** An answer is a few KiB; what unpacks to far more is no answer of AWS. */
const mostOfAnswer = 256 * 1024;

/** As much as is read of a body that is not packed. */
const mostOfRequest = 1024 * 1024;

/** So few bytes unpack to less than what is read. Source: RFC 1951, whose longest match is 258 bytes for two bits. */
const fewBytes = Math.floor(mostOfRequest / 1_032);

/** Tells whether headers say that the body is packed in the one way that AWS's clients know. */
export function isPacked(headers: ReadonlyMap<string, string>): boolean {
  return /^\s*gzip\s*$/i.test(headers.get('content-encoding') ?? '');
}

/** Unpacks the beginning of an answer's body where its headers say that it is packed; as it is where it cannot be. */
export function decodeContent(headers: ReadonlyMap<string, string>, body: Uint8Array): Uint8Array {
  if (body.length === 0 || !isPacked(headers)) return body;
  return unpack(body, mostOfAnswer) ?? body;
}

/**
 * Unpacks the beginning of a packed request's body, and tells whether there is more than its first MiB; as it is where it
 * cannot be unpacked. AWS's clients pack what goes to operations such as PutMetricData from 10 KiB on.
 * Source: Smithy 2.0, "requestCompression trait".
 */
export function unpackRequest(body: Uint8Array): {
  readonly body: Uint8Array;
  readonly isCut: boolean;
} {
  const whole = unpack(body, mostOfRequest);
  if (whole !== undefined) return { body: whole, isCut: false };
  const beginning = unpack(body.subarray(0, fewBytes), mostOfRequest);
  return beginning === undefined ? { body, isCut: false } : { body: beginning, isCut: true };
}

/** Undefined where the bytes are not packed, or unpack to more than `most`. */
function unpack(body: Uint8Array, most: number): Uint8Array | undefined {
  try {
    // The end may be cut off.
    return gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most });
  } catch {
    return undefined;
  }
}
