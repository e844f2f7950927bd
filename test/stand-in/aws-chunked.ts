import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ReceivedRequest } from './received-request.ts';
import type { VerifiedSignature } from './signature.ts';
import { StandInError } from './stand-in-error.ts';

/** The payload that a request carried, taken out of its framing, and the checksums it came with. */
export interface Payload {
  readonly body: Buffer;
  /** `x-amz-checksum-…` headers and trailers, by name. */
  readonly checksums: ReadonlyMap<string, string>;
}

interface Chunk {
  readonly data: Buffer;
  readonly signature: string | undefined;
}

const emptyHash = createHash('sha256').digest('hex');

/**
 * Returns the payload of a request whose signature holds, after proving every hash, chunk signature and
 * checksum that it carries (CRC-32, SHA-1 and SHA-256; the other CRCs are taken as they are).
 * Throws a StandInError: `XAmzContentSHA256Mismatch`, `SignatureDoesNotMatch`, `BadDigest`, `IncompleteBody`.
 */
export async function readPayload(
  request: ReceivedRequest,
  signature: VerifiedSignature,
): Promise<Payload> {
  if (!signature.payloadHash.startsWith('STREAMING-')) {
    checkPayloadHash(request.body, signature.payloadHash);
    const { body } = request;
    // The checksum on a completed multipart upload is that of the object, not of this request.
    const isOfObject = request.method === 'POST' && request.query.has('uploadId');
    return isOfObject
      ? { body, checksums: new Map() }
      : checked({ body, checksums: checksumsOf(request.headers) });
  }
  const { chunks, trailers } = parseChunks(request.body);
  if (signature.payloadHash.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD')) {
    await checkChunkSignatures(chunks, trailers, signature);
  }
  const body = Buffer.concat(chunks.map((chunk) => chunk.data));
  if (body.length !== Number(request.headers.get('x-amz-decoded-content-length'))) {
    throw new StandInError('IncompleteBody', 'The decoded length is not the one announced.');
  }
  return checked({ body, checksums: checksumsOf(new Map([...request.headers, ...trailers])) });
}

function checkPayloadHash(body: Buffer, payloadHash: string): void {
  if (payloadHash === 'UNSIGNED-PAYLOAD') return;
  if (createHash('sha256').update(body).digest('hex') !== payloadHash) {
    throw new StandInError('XAmzContentSHA256Mismatch', 'The payload is not the one signed.');
  }
}

/** Takes `SIZE[;chunk-signature=…]\r\nDATA\r\n` apart, down to the last chunk of size 0 and its trailers. */
function parseChunks(framed: Buffer) {
  const chunks: Chunk[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = framed.indexOf('\r\n', at);
    if (lineEnd < 0) throw new StandInError('IncompleteBody', 'The last chunk is missing.');
    const [size = '', extension] = framed.toString('latin1', at, lineEnd).split(';');
    const end = lineEnd + 2 + Number.parseInt(size, 16);
    const data = framed.subarray(lineEnd + 2, end);
    chunks.push({ data, signature: extension?.replace('chunk-signature=', '') });
    if (data.length === 0) return { chunks, trailers: parseTrailers(framed.subarray(end)) };
    if (framed.toString('latin1', end, end + 2) !== '\r\n') {
      throw new StandInError('IncompleteBody', 'A chunk does not end where its size says.');
    }
    at = end + 2;
  }
}

function parseTrailers(tail: Buffer): Map<string, string> {
  const lines = tail.toString('latin1').split('\r\n');
  return new Map(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => [
        line.slice(0, line.indexOf(':')).trim().toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
}

/** Each chunk signs itself and the signature before it; the trailers sign the last. */
async function checkChunkSignatures(
  chunks: readonly Chunk[],
  trailers: ReadonlyMap<string, string>,
  { sign, signature, longDate, region, service }: VerifiedSignature,
): Promise<void> {
  const scope = `${longDate.slice(0, 8)}/${region}/${service}/aws4_request`;
  let before = signature;
  for (const chunk of chunks) {
    const hash = createHash('sha256').update(chunk.data).digest('hex');
    before = await sign(
      ['AWS4-HMAC-SHA256-PAYLOAD', longDate, scope, before, emptyHash, hash].join('\n'),
    );
    if (before !== chunk.signature) throw badChunk();
  }
  const trailerSignature = trailers.get('x-amz-trailer-signature');
  if (trailerSignature === undefined) return;
  const lines = [...trailers].filter(([name]) => name !== 'x-amz-trailer-signature');
  const canonical = lines.map(([name, value]) => `${name}:${value}\n`).join('');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const expected = await sign(
    ['AWS4-HMAC-SHA256-TRAILER', longDate, scope, before, hash].join('\n'),
  );
  if (expected !== trailerSignature) throw badChunk();
}

function badChunk(): StandInError {
  return new StandInError('SignatureDoesNotMatch', 'The signature of a chunk does not match.', 403);
}

function checksumsOf(headers: ReadonlyMap<string, string>): Map<string, string> {
  const isChecksum = ([name]: readonly [string, string]) =>
    /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/.test(name);
  return new Map([...headers].filter(isChecksum));
}

function checked(payload: Payload): Payload {
  for (const [name, value] of payload.checksums) {
    const own = checksumOf(name.replace('x-amz-checksum-', ''), payload.body);
    if (own !== undefined && own !== value) {
      throw new StandInError(
        'BadDigest',
        `The ${name} you specified did not match what we received.`,
      );
    }
  }
  return payload;
}

function checksumOf(algorithm: string, body: Buffer): string | undefined {
  if (algorithm === 'sha1' || algorithm === 'sha256') {
    return createHash(algorithm).update(body).digest('base64');
  }
  if (algorithm !== 'crc32') return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}
