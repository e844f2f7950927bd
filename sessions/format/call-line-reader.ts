import type { SessionCall } from '../session-call.ts';
import { parseJson } from './json-fields.ts';
import { parseSessionCall, parseSimilarCall } from './parse-call.ts';

/** What stands before and behind the parameters in a line of `formatSessionCall`. */
const parametersField = '"parameters":';
const outcomeField = ',"outcome":';
const countField = '"count":';

/** A call that was read, and the parts of its line that those of many calls have in common. */
interface CallBefore {
  readonly call: SessionCall;
  /** Up to the parameters. */
  readonly start: string;
  /** From behind the parameters up to the history. */
  readonly middle: string;
}

/**
 * Reads the lines that `formatSessionCall` has written. Most of a session's lines differ from the one before them in nothing
 * but parameters and history: only these are parsed then.
 */
export class CallLineReader {
  #before: CallBefore | undefined;

  /**
   * Returns the call in a line of JSON, whatever the order of its fields.
   * @throws LeastgrantError E_SESSION_DAMAGED
   */
  read(line: string): SessionCall {
    const before = this.#before;
    const call = before && readSimilar(line, before);
    if (call !== undefined) return call;
    const parsed = parseSessionCall(parseJson(line), before?.call);
    this.#before = takeApart(line, parsed);
    return parsed;
  }
}

/** Returns undefined where the line has other fields than parameters and history in other words than the line before. */
function readSimilar(line: string, { call, start, middle }: CallBefore): SessionCall | undefined {
  if (call.service === null || !line.startsWith(start)) return undefined;
  const end = findEnd(line, start.length);
  if (!line.startsWith(middle, end)) return undefined;
  const parameters = parseJson(line.slice(start.length, end));
  return parseSimilarCall(call, parameters, parseJson(`{${line.slice(end + middle.length)}`));
}

function takeApart(line: string, call: SessionCall): CallBefore | undefined {
  const from = line.indexOf(parametersField) + parametersField.length;
  const end = findEnd(line, from);
  const history = line.indexOf(countField, end);
  if (call.service === null || call.denials !== undefined || history === -1) return undefined;
  return { call, start: line.slice(0, from), middle: line.slice(end, history) };
}

/**
 * Returns where the parameters end. They are strings and lists of strings, in which a quotation mark comes behind a
 * backslash: what follows them cannot stand in them.
 */
function findEnd(line: string, from: number): number {
  return line.indexOf(outcomeField, from);
}
