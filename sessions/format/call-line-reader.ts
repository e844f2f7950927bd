import type { SessionCall } from '../session-call.ts';
import { parseJson } from './json-fields.ts';
import { parseSessionCall, parseSimilarCall } from './parse-call.ts';

/** What stands before and behind the parameters in a line of `formatSessionCall`, and before the history. */
const parametersField = '"parameters":';
const outcomeField = ',"outcome":';
const countField = '"count":';
const outcomeBytes = Buffer.from(outcomeField);
const comma = 0x2c;

/** A call that was read, and the parts of its line that those of many calls have in common. */
interface CallBefore {
  readonly call: Extract<SessionCall, { service: string }>;
  /** Up to the parameters. */
  readonly start: Buffer;
  /** From behind the parameters up to the history. */
  readonly middle: Buffer;
}

/**
 * Reads the lines that `formatSessionCall` has written. Most of a session's lines differ from the one before them in nothing
 * but parameters and history: only these are decoded and parsed then.
 */
export class CallLineReader {
  #before: CallBefore | undefined;

  /**
   * Returns the call in a line of UTF-8, with or without a comma at its end, that differs from the last one that `read`
   * read in nothing but parameters and history; undefined for any other line.
   * @throws LeastgrantError E_SESSION_DAMAGED
   */
  readSimilar(bytes: Buffer, from: number, to: number): SessionCall | undefined {
    const before = this.#before;
    if (before === undefined || !standsAt(bytes, from, to, before.start)) return undefined;
    const parameters = from + before.start.length;
    // They are strings and lists of strings, in which a quotation mark comes behind a backslash: what follows them cannot
    // stand in them.
    const end = bytes.indexOf(outcomeBytes, parameters);
    if (end === -1 || !standsAt(bytes, end, to, before.middle)) return undefined;
    const history = end + before.middle.length;
    const last = bytes[to - 1] === comma ? to - 1 : to;
    return parseSimilarCall(
      before.call,
      parseJson(bytes.toString('utf8', parameters, end)),
      parseJson(`{${bytes.toString('utf8', history, last)}`),
    );
  }

  /**
   * Returns the call in a line of JSON, whatever the order of its fields.
   * @throws LeastgrantError E_SESSION_DAMAGED
   */
  read(line: string): SessionCall {
    const call = parseSessionCall(parseJson(line), this.#before?.call);
    this.#before = takeApart(line, call);
    return call;
  }
}

function takeApart(line: string, call: SessionCall): CallBefore | undefined {
  const from = line.indexOf(parametersField) + parametersField.length;
  const end = line.indexOf(outcomeField, from);
  const history = line.indexOf(countField, end);
  if (call.service === null || call.denials !== undefined || history === -1) return undefined;
  return {
    call,
    start: Buffer.from(line.slice(0, from)),
    middle: Buffer.from(line.slice(end, history)),
  };
}

function standsAt(bytes: Buffer, from: number, to: number, part: Buffer): boolean {
  const end = from + part.length;
  return end <= to && bytes.compare(part, 0, part.length, from, end) === 0;
}
