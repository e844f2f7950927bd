/** A map that holds at most `limit` values and forgets the one that was asked for the longest ago. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many values are held. */
  get size(): number {
    return this.#values.size;
  }

  /** Returns the value under `key`, made by `make` where there is none. Nothing is kept when `make` throws. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    const value = known ?? make();
    // A Map keeps the order of insertion, so the last asked for goes to the end.
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#limit) this.#forgetOldest();
    return value;
  }

  #forgetOldest(): void {
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      return;
    }
  }
}
