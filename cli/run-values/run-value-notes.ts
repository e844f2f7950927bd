import type { ObservedCall } from '../../aws/api-call.ts';
import { RunValueFinder } from '../../generator/narrow/find-run-values.ts';
import type { RunValue } from '../../generator/narrow/run-value.ts';
import { findInCall } from './find-in-call.ts';

/** Notes which values of a run occur in what is recorded. All others are forgotten when the run ends. */
export class RunValueNotes {
  #waiting: readonly RunValue[];
  #finder: RunValueFinder;

  constructor(values: readonly RunValue[]) {
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }

  /** Adds a value that was not known when the run began. */
  add(value: RunValue): void {
    this.#await([...this.#waiting, value]);
  }

  /** Returns the values that a call's parameters hold and none before it held. */
  findNew(call: ObservedCall): readonly RunValue[] {
    if (this.#waiting.length === 0) return [];
    const found = findInCall(call, this.#finder);
    if (found.length > 0) this.#await(this.#waiting.filter((value) => !found.includes(value)));
    return found;
  }

  #await(values: readonly RunValue[]): void {
    this.#waiting = values;
    this.#finder = new RunValueFinder(values);
  }
}
