import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Some whole lines of a file. */
export interface LineBatch {
  /** The lines with a line feed between each two of them, and none behind the last. */
  readonly bytes: Buffer;
  /** True for the one line after the last line feed: what was written last may have been torn off. */
  readonly isUnended: boolean;
}

const CHUNK_BYTES = 4 * 1024 * 1024;
const LINE_FEED = 10;

/** Yields the lines of a file, some at a time. Reads no more ahead than one chunk. */
export function readFileLines(path: string): AsyncGenerator<LineBatch> {
  return readLines(createReadStream(path, { highWaterMark: CHUNK_BYTES }));
}

/**
 * Yields the lines in `chunks`, some at a time. Only a line feed ends a line: node:readline also breaks at
 * U+2028, which JSON strings may hold.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end === -1) {
      begun.push(bytes);
      continue;
    }
    yield { bytes: joined([...begun, bytes.subarray(0, end)]), isUnended: false };
    begun = [bytes.subarray(end + 1)];
  }
  const last = joined(begun);
  if (last.length > 0) yield { bytes: last, isUnended: true };
}

/** Where a line stands among the bytes of a batch. */
export interface LinePlace {
  readonly start: number;
  readonly end: number;
}

/** Yields the places of a batch's lines. */
export function* placesOf({ bytes }: LineBatch): Generator<LinePlace> {
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    yield { start, end };
    start = end + 1;
  }
  yield { start, end: bytes.length };
}

/** Returns the lines of a batch as they are in the file. */
export function linesOf(batch: LineBatch): readonly Buffer[] {
  return Array.from(placesOf(batch), ({ start, end }) => batch.bytes.subarray(start, end));
}

/** Returns the text of a line; undefined where its bytes are not UTF-8. */
export function decodeLine(line: Buffer): string | undefined {
  return isUtf8(line) ? line.toString('utf8') : undefined;
}

function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}
