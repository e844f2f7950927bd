import type { ItemRule } from './wanted-paths.ts';

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

  /** Returns how much has been found of what an item's rules look at: for `endItem` when its end is reached. */
  startItem(rules: readonly ItemRule[]): readonly number[] {
    return rules.flatMap(({ valueWire, testWire }) => [
      this.#count(valueWire),
      this.#count(testWire),
    ]);
  }

  /** Keeps the values of an item that began at `start`, under the paths of the rules that it meets. */
  endItem(rules: readonly ItemRule[], start: readonly number[]): void {
    for (const [index, { wire, valueWire, testWire, isLacking }] of rules.entries()) {
      const isThere = this.#count(testWire) > (start[2 * index + 1] ?? 0);
      if (isThere === isLacking) continue;
      const values = this.byWire.get(valueWire)?.slice(start[2 * index]) ?? [];
      for (const value of values) this.add(wire, value);
    }
  }

  #count(wire: string): number {
    return this.byWire.get(wire)?.length ?? 0;
  }
}
