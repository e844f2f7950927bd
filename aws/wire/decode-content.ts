import { constants, gunzipSync } from 'node:zlib';

/** An answer is a few KiB; what unpacks to far more is no answer of AWS. */
const mostBytes = 256 * 1024;

/** Unpacks the beginning of an answer's body where its headers say that it is packed; as it is where it cannot be. */
export function decodeContent(headers: ReadonlyMap<string, string>, body: Uint8Array): Uint8Array {
  if (body.length === 0 || !/^\s*gzip\s*$/i.test(headers.get('content-encoding') ?? ''))
    return body;
  try {
    // The end may be cut off.
    return gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes });
  } catch {
    return body;
  }
}
