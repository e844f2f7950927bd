import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Some whole lines of a file, without their line feeds. */
export interface LineBatch {
  readonly lines: readonly Buffer[];
  /** True for the one line after the last line feed: what was written last may have been torn off. */
  readonly isUnended: boolean;
}

const CHUNK_BYTES = 1024 * 1024;

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
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const line = bytes.subarray(start, end);
      lines.push(begun.length === 0 ? line : Buffer.concat([...begun, line]));
      begun = [];
      start = end + 1;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
    if (lines.length > 0) yield { lines, isUnended: false };
  }
  if (begun.length > 0) yield { lines: [Buffer.concat(begun)], isUnended: true };
}

/** Returns the text of a line; undefined where its bytes are not UTF-8. */
export function decodeLine(line: Buffer): string | undefined {
  return isUtf8(line) ? line.toString('utf8') : undefined;
}
