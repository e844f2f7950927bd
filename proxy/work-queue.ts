import { finish, type Slices } from '../aws/wire/slices.ts';

/** Each may hold a MiB of a request's body. Where more wait, the oldest is finished at once. */
const mostWaiting = 16;

/** Does work in slices, one in each turn of the event loop, so that no connection waits for long. */
export class WorkQueue {
  readonly #waiting: Slices<void>[] = [];
  readonly #onError: (error: unknown) => void;

  /** What the work throws goes to `onError`. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Begins at once; what is left after the first slice is done in later turns. */
  add(work: Slices<void>): void {
    if (this.#advance(work)) return;
    this.#waiting.push(work);
    if (this.#waiting.length > mostWaiting) this.#finishOldest();
    if (this.#waiting.length === 1) setImmediate(() => this.#turn());
  }

  /** Does at once all that is left. */
  finishAll(): void {
    while (this.#waiting.length > 0) this.#finishOldest();
  }

  #turn(): void {
    const [oldest] = this.#waiting;
    if (oldest === undefined) return;
    if (this.#advance(oldest)) this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#turn());
  }

  // True where nothing is left to be done.
  #advance(work: Slices<void>): boolean {
    try {
      return work.next().done === true;
    } catch (error) {
      this.#onError(error);
      return true;
    }
  }

  #finishOldest(): void {
    const oldest = this.#waiting.shift();
    try {
      if (oldest !== undefined) finish(oldest);
    } catch (error) {
      this.#onError(error);
    }
  }
}
