import type { ObservedCall } from '../aws/api-call.ts';
import { LeastgrantError } from '../errors.ts';
import { addToSession } from './add-to-session.ts';
import type { AddedRuns } from './combine-runs.ts';
import { messageOf, storageError } from './file-error.ts';
import { formatCall } from './format/format-call.ts';
import { parseJson } from './format/json-fields.ts';
import { parseCall } from './format/parse-call.ts';
import type { SessionSummary } from './format/session-header.ts';
import {
  formatCount,
  formatJournalHeader,
  formatNewCall,
  formatRunValue,
  isTimeMs,
  type JournalHeader,
} from './journal/journal-line.ts';
import type { JournalWriter } from './journal/journal-writer.ts';
import { sortCalls } from './merge.ts';
import { type RecordedCall, RecordedCalls, toSessionCall } from './recorded-calls.ts';
import type { RunValue } from './run-value.ts';
import type { SessionCall } from './session-call.ts';
import type { SessionFolder } from './session-folder.ts';
import type { RecorderOptions, SessionRecorder } from './session-recorder.ts';

const FLUSH_INTERVAL_MS = 1000;
const COMPACT_AFTER = 16 * 1024 * 1024;
const TOUCH_EVERY_FLUSHES = 10;

/** The recorder of one run: distinct calls in memory, and all of them in the journal within a second. */
export class Recorder implements SessionRecorder {
  readonly #folder: SessionFolder;
  readonly #name: string;
  readonly #header: JournalHeader;
  readonly #journal: JournalWriter;
  readonly #compactAfter: number;
  readonly #timer: NodeJS.Timeout;
  readonly #calls = new RecordedCalls();
  readonly #findRunValues: RecorderOptions['findRunValues'];
  readonly #runValues: RunValue[] = [];
  #changed: RecordedCall[] = [];
  #countCharacters = 0;
  #flushes = 0;
  #isFlushing = false;
  #isClosed = false;
  #closing: Promise<SessionSummary> | undefined;
  #lostCall: LeastgrantError | undefined;
  #lostCalls = 0;

  constructor(
    folder: SessionFolder,
    name: string,
    header: JournalHeader,
    journal: JournalWriter,
    options: RecorderOptions,
  ) {
    this.#folder = folder;
    this.#name = name;
    this.#header = header;
    this.#journal = journal;
    this.#findRunValues = options.findRunValues;
    this.#compactAfter = options.compactAfter ?? COMPACT_AFTER;
    const interval = options.flushIntervalMs ?? FLUSH_INTERVAL_MS;
    this.#timer = setInterval(() => void this.#flush(), interval).unref();
  }

  get distinctCalls(): number {
    return this.#calls.size;
  }

  get lostCalls(): number {
    return this.#lostCalls;
  }

  get problem(): LeastgrantError | undefined {
    if (this.#lostCall !== undefined) return this.#lostCall;
    const { error } = this.#journal;
    return error === undefined ? undefined : storageError(this.#folder.root, error);
  }

  record(call: ObservedCall, seenAt: number): void {
    try {
      if (this.#isClosed) throw new Error('it came after the recording was closed');
      const seenAtMs = Math.trunc(seenAt);
      this.#count(call, isTimeMs(seenAtMs) ? seenAtMs : Date.now());
    } catch (error) {
      this.#lostCalls += 1;
      const message = `a call was not recorded: ${messageOf(error)}`;
      this.#lostCall ??= new LeastgrantError('E_INTERNAL', message, { cause: error });
    }
  }

  close(): Promise<SessionSummary> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async discard(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#journal.remove();
  }

  #count(call: ObservedCall, seenAtMs: number): void {
    const known = this.#calls.find(call);
    if (known === undefined) {
      this.#begin(call, seenAtMs);
      return;
    }
    known.count += 1;
    if (seenAtMs > known.lastSeenMs) known.lastSeenMs = seenAtMs;
    else if (seenAtMs < known.firstSeenMs) known.firstSeenMs = seenAtMs;
    if (known.isChanged) return;
    known.isChanged = true;
    this.#changed.push(known);
  }

  // The copy read back from JSON holds no slice of a request's body, which would keep all of it in memory.
  #begin(call: ObservedCall, seenAtMs: number): void {
    const json = formatCall(call);
    const begun = this.#calls.add(parseCall(parseJson(json)), seenAtMs);
    this.#journal.append(formatNewCall(begun, json));
    for (const runValue of this.#findRunValues?.(begun.call, seenAtMs) ?? []) {
      this.#runValues.push(runValue);
      this.#journal.append(formatRunValue(runValue));
    }
  }

  async #flush(): Promise<void> {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    await this.#keepJournal();
    this.#isFlushing = false;
  }

  async #keepJournal(): Promise<void> {
    const isTooLong = this.#countCharacters > this.#compactAfter;
    if (isTooLong || !(await this.#journal.isLinked())) {
      await this.#startJournalOver();
      if (this.#journal.error !== undefined) return;
    }
    // While writes fail, counts wait in memory instead of piling up as text.
    if (this.#journal.error === undefined) this.#appendCounts();
    await this.#journal.flush();
    this.#flushes += 1;
    if (this.#flushes % TOUCH_EVERY_FLUSHES === 0) await this.#journal.touch();
  }

  #appendCounts(): void {
    const lines = this.#changed.map(formatCount).join('');
    for (const call of this.#changed) call.isChanged = false;
    this.#changed = [];
    if (lines === '') return;
    this.#countCharacters += lines.length;
    this.#journal.append(lines);
  }

  async #startJournalOver(): Promise<void> {
    this.#countCharacters = 0;
    await this.#journal.startOver(this.#journalLines());
  }

  *#journalLines(): Generator<string> {
    yield formatJournalHeader(this.#header);
    for (const runValue of this.#runValues) yield formatRunValue(runValue);
    for (const recorded of this.#calls) yield formatNewCall(recorded, formatCall(recorded.call));
  }

  async #finish(): Promise<SessionSummary> {
    clearInterval(this.#timer);
    try {
      await this.#flush();
      const summary = await addToSession(this.#folder, this.#name, this.#takeAll());
      await this.#journal.remove();
      return summary;
    } catch (error) {
      this.#isClosed = false;
      this.#closing = undefined;
      throw error;
    }
  }

  #takeAll(): AddedRuns {
    this.#isClosed = true;
    const calls: SessionCall[] = [];
    for (const recorded of this.#calls) calls.push(toSessionCall(recorded));
    return {
      calls: sortCalls(calls),
      created: this.#header.created,
      runs: 1,
      runValues: this.#runValues,
      journalId: this.#journal.id,
      replaces: this.#header.replaces,
    };
  }
}
