import { isUtf8 } from 'node:buffer';
import { LeastgrantError } from '../../errors.ts';
import { hasErrorCode, messageOf } from '../file-error.ts';
import { sortCalls } from '../merge.ts';
import type { SessionCall } from '../session-call.ts';
import { CallLineReader } from './call-line-reader.ts';
import { badData } from './json-fields.ts';
import { decodeLine, type LineBatch, linesOf, placesOf, readFileLines } from './line-reader.ts';
import { parseSessionHeader, SESSION_END, type SessionHeader } from './session-header.ts';

/** A session's file: its first line and its distinct calls, sorted. */
export interface StoredSession extends SessionHeader {
  readonly calls: readonly SessionCall[];
}

/**
 * Returns the session in a file; undefined where there is none.
 * @throws LeastgrantError E_SESSION_DAMAGED, or E_INPUT for a newer format; both name the file and the line
 */
export async function findSessionFile(path: string): Promise<StoredSession | undefined> {
  try {
    return await readSession(readFileLines(path), path);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Returns the first line of a session's file.
 * @throws LeastgrantError E_SESSION_DAMAGED, or E_INPUT for a newer format
 */
export async function readSessionHeader(path: string): Promise<SessionHeader> {
  for await (const batch of readFileLines(path)) {
    const [first = batch.bytes] = linesOf(batch);
    return at(path, 1, () => parseSessionHeader(textOf(first)));
  }
  throw damaged(path, 1, badData('the file is empty'));
}

/**
 * Returns the session in the lines of `source`, which is named in errors. Nothing is guessed: every line
 * must be one that leastgrant writes.
 * @throws LeastgrantError E_SESSION_DAMAGED, or E_INPUT for a newer format
 */
export async function readSession(
  batches: AsyncIterable<LineBatch>,
  source: string,
): Promise<StoredSession> {
  const reader = new SessionReader();
  let number = 0;
  for await (const batch of batches) {
    const isText = isUtf8(batch.bytes);
    for (const { start, end } of placesOf(batch)) {
      number += 1;
      at(source, number, () => reader.take(batch.bytes, start, end, isText));
    }
  }
  return at(source, number + 1, () => reader.finish());
}

class SessionReader {
  #header: SessionHeader | undefined;
  #hasEnded = false;
  readonly #lines = new CallLineReader();
  readonly #calls: SessionCall[] = [];

  /** `isText` is true where all of the bytes are UTF-8. */
  take(bytes: Buffer, start: number, end: number, isText: boolean): void {
    const isCall = isText && this.#header !== undefined && !this.#hasEnded;
    const call = isCall ? this.#lines.readSimilar(bytes, start, end) : undefined;
    if (call !== undefined) this.#calls.push(call);
    else this.#takeText(textOf(bytes.subarray(start, end)));
  }

  #takeText(line: string): void {
    if (this.#hasEnded) throw badData('text after the end');
    if (this.#header === undefined) {
      this.#header = parseSessionHeader(line);
    } else if (line === SESSION_END) {
      this.#hasEnded = true;
    } else {
      const json = line.endsWith(',') ? line.slice(0, -1) : line;
      this.#calls.push(this.#lines.read(json));
    }
  }

  finish(): StoredSession {
    if (this.#header === undefined) throw badData('the file is empty');
    if (!this.#hasEnded) throw badData('the end of the file is missing');
    if (this.#calls.length !== this.#header.distinctCalls) {
      throw badData(`${this.#header.distinctCalls} calls announced, ${this.#calls.length} found`);
    }
    const calls = sortCalls(this.#calls);
    return { ...this.#header, distinctCalls: calls.length, calls };
  }
}

function textOf(line: Buffer): string {
  const text = decodeLine(line);
  if (text === undefined) throw badData('not UTF-8');
  return text.trimEnd();
}

function at<T>(source: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw damaged(source, line, error);
  }
}

const damageHint =
  'nothing was changed: repair the line, move the file away, or give it up by `leastgrant sessions remove`';

function damaged(source: string, line: number, error: unknown): LeastgrantError {
  const isNewer = error instanceof LeastgrantError && error.code === 'E_INPUT';
  const code = isNewer ? 'E_INPUT' : 'E_SESSION_DAMAGED';
  const message = `cannot read session file \`${source}\`: line ${line}: ${messageOf(error)}`;
  const hint = isNewer ? error.hint : damageHint;
  return new LeastgrantError(code, message, { cause: error, ...(hint && { hint }) });
}
