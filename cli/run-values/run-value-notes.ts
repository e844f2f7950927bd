import type { ObservedCall } from '../../aws/api-call.ts';
import type { RunValue } from '../../generator/narrow/run-value.ts';
import { RunValueFinder } from '../../generator/narrow/run-value-finder.ts';
import { processValue } from './collect-run-values.ts';
import { findInCall, textsOf } from './find-in-call.ts';
import { createTimeFinder } from './time-finder.ts';

/** What is asked about a run while it goes on. */
export interface RunContext {
  /** When it began, in milliseconds since 1970. */
  readonly beganAt: number;
  /** Tells whether a process of this id runs and is one of the run's. */
  readonly isOwnProcess: (pid: number) => boolean;
}

/** Notes which values of a run occur in what is recorded. All others are forgotten when the run ends. */
export class RunValueNotes {
  #waiting: readonly RunValue[];
  #finder: RunValueFinder;

  readonly #run: RunContext;
  readonly #times = new Set<string>();
  /** Finds the moments of a span that goes on a little, so that not each call needs another. */
  #timeFinder: ReturnType<typeof createTimeFinder> | undefined;
  #timeFinderEnds = 0;
  /** Numbers that were asked for as process ids. */
  readonly #numbers = new Set<string>();

  constructor(values: readonly RunValue[], run: RunContext) {
    this.#run = run;
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }

  /** Adds a value that was not known when the run began. */
  add(value: RunValue): void {
    this.#await([...this.#waiting, value]);
  }

  /**
   * Returns the values that a call's parameters hold and none before it held. A moment between the begin of the run and the
   * call is such a value too, and so is the id of a process of the run. `seenAt` is when the call was seen, in milliseconds
   * since 1970.
   */
  findNew(call: ObservedCall, seenAt: number): readonly RunValue[] {
    const known = this.#findWaiting(call);
    const texts = textsOf(call);
    return [...known, ...this.#findTimes(texts, seenAt), ...this.#findProcesses(texts)];
  }

  #findWaiting(call: ObservedCall): readonly RunValue[] {
    if (this.#waiting.length === 0) return [];
    const found = findInCall(call, this.#finder);
    if (found.length > 0) this.#await(this.#waiting.filter((value) => !found.includes(value)));
    return found;
  }

  #findTimes(texts: readonly string[], seenAt: number): readonly RunValue[] {
    if (this.#times.size >= mostTimes) return [];
    const found: RunValue[] = [];
    for (const text of texts) {
      for (const value of this.#timesIn(text, seenAt)) {
        if (this.#times.has(value)) continue;
        this.#times.add(value);
        found.push({ source: 'the time of the run', value });
      }
    }
    return found;
  }

  #timesIn(text: string, seenAt: number): readonly string[] {
    if (this.#timeFinder === undefined || seenAt >= this.#timeFinderEnds) {
      this.#timeFinderEnds = seenAt + clockDriftMs;
      this.#timeFinder = createTimeFinder({
        from: Math.max(this.#run.beganAt, seenAt - longestUseMs) - clockDriftMs,
        to: this.#timeFinderEnds + clockDriftMs,
      });
    }
    return this.#timeFinder(text);
  }

  #findProcesses(texts: readonly string[]): readonly RunValue[] {
    const found: RunValue[] = [];
    for (const text of texts) {
      for (const [number] of text.matchAll(processIds)) {
        if (this.#numbers.has(number) || this.#numbers.size >= mostNumbers) continue;
        this.#numbers.add(number);
        const value = processValue(Number(number));
        if (value !== undefined && this.#run.isOwnProcess(Number(number))) found.push(value);
      }
    }
    return found;
  }

  #await(values: readonly RunValue[]): void {
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }
}

/** Longer numbers are known by their form. */
const processIds = /(?<!\d|\d\.)[1-9]\d{3,4}(?!\d|\.\d)/g;
/** To ask the system takes time. */
const mostNumbers = 10_000;
/** A program that names all it makes by the time shows it with the first of them. */
const mostTimes = 100;
/** What is named by a time is used within the hour. */
const longestUseMs = 60 * 60 * 1000;
const clockDriftMs = 60 * 1000;
