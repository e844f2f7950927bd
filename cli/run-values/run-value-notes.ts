import type { ObservedCall } from '../../aws/api-call.ts';
import { RunValueFinder } from '../../generator/narrow/find-run-values.ts';
import type { RunValue } from '../../generator/narrow/run-value.ts';
import { findInCall, textsOf } from './find-in-call.ts';
import { findTimeTexts } from './find-time-texts.ts';

/** Notes which values of a run occur in what is recorded. All others are forgotten when the run ends. */
export class RunValueNotes {
  #waiting: readonly RunValue[];
  #finder: RunValueFinder;

  readonly #beganAt: number;
  readonly #times = new Set<string>();

  /** `beganAt` is when the run began, in milliseconds since 1970. */
  constructor(values: readonly RunValue[], beganAt: number) {
    this.#beganAt = beganAt;
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }

  /** Adds a value that was not known when the run began. */
  add(value: RunValue): void {
    this.#await([...this.#waiting, value]);
  }

  /**
   * Returns the values that a call's parameters hold and none before it held. A moment between the begin of the run and the
   * call is such a value too: `seenAt` is when the call was seen, in milliseconds since 1970.
   */
  findNew(call: ObservedCall, seenAt: number): readonly RunValue[] {
    return [...this.#findWaiting(call), ...this.#findTimes(call, seenAt)];
  }

  #findWaiting(call: ObservedCall): readonly RunValue[] {
    if (this.#waiting.length === 0) return [];
    const found = findInCall(call, this.#finder);
    if (found.length > 0) this.#await(this.#waiting.filter((value) => !found.includes(value)));
    return found;
  }

  #findTimes(call: ObservedCall, seenAt: number): readonly RunValue[] {
    if (this.#times.size >= mostTimes) return [];
    const from = Math.max(this.#beganAt, seenAt - longestUseMs) - clockDriftMs;
    const found: RunValue[] = [];
    for (const text of textsOf(call)) {
      for (const value of findTimeTexts(text, { from, to: seenAt + clockDriftMs })) {
        if (this.#times.has(value)) continue;
        this.#times.add(value);
        found.push({ source: 'the time of the run', value });
      }
    }
    return found;
  }

  #await(values: readonly RunValue[]): void {
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }
}

/** A program that names all it makes by the time shows it with the first of them. */
const mostTimes = 100;
/** What is named by a time is used within the hour. */
const longestUseMs = 60 * 60 * 1000;
const clockDriftMs = 60 * 1000;
