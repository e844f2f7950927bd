/**
 * More values of one parameter than any operation takes: a body that repeats one without end is read no further.
 * Source: the largest lists of names that AWS's models allow are of 1,000 items.
 */
const mostValues = 5_000;

/** The values that a reader finds, by wire path, in the order of the body. */
export class FoundValues {
  readonly byWire = new Map<string, string[]>();
  readonly #wanted: number;
  #isFull = false;

  constructor(wires: readonly string[]) {
    const isPlain = wires.every((wire) => !/[[{]/.test(wire));
    this.#wanted = isPlain ? new Set(wires).size : Number.POSITIVE_INFINITY;
  }

  /**
   * Whether reading on tells nothing more: what may stand in the body once is found, and no list or map is wanted; or a
   * list holds more than any operation takes.
   */
  get isComplete(): boolean {
    return this.#isFull || this.byWire.size >= this.#wanted;
  }

  add(wire: string, value: string): void {
    const known = this.byWire.get(wire);
    if (known === undefined) this.byWire.set(wire, [value]);
    else if (known.push(value) >= mostValues) this.#isFull = true;
  }
}
