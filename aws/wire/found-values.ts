import { isAscii, isUtf8, transcode } from 'node:buffer';
import type { BodyReading } from './body-reader.ts';
import type { ItemRule } from './wanted-paths.ts';

/**
 * More values of one parameter than any operation takes: a body that repeats one without end is read no further.
 * Source: the largest lists of names that AWS's models allow are of 1,000 items.
 */
const mostValues = 5_000;

/**
 * More work than the body of any operation makes. One step is what a member or an item on the way to wanted values
 * costs, some 30 ns; what is passed over costs none. The largest bodies of AWS, 1,000 changes of records or 10,000 parts
 * of an upload, make some 10,000 steps.
 */
export const mostSteps = 50_000;

/** What it costs to look at an item by a rule. */
const stepsOfRule = 3;

/** What taking a value costs, besides its length. */
const stepsOfValue = 5;

/** How many bytes of a text that is no UTF-8 are decoded in the time of a step. */
const damagedBytesPerStep = 8;

/** Of a shorter text, to look what it is costs more than to decode it as anything. */
const longText = 64;

/**
 * Longer than whatever decides permissions by its value: names, ARNs, statements. Of a longer text only its presence
 * counts, so it is found empty.
 */
export const longestValue = 64 * 1024;

/** The values that a reader finds, by wire path, in the order of the body, and the work that it may still do. */
export class FoundValues implements BodyReading {
  readonly byWire = new Map<string, string[]>();
  readonly #wanted: number;
  #stepsLeft = mostSteps;
  #isGivenUp = false;
  #isDone = false;

  constructor(wires: readonly string[]) {
    const isPlain = wires.every((wire) => !/[[{]/.test(wire));
    this.#wanted = isPlain ? new Set(wires).size : Number.POSITIVE_INFINITY;
  }

  /**
   * Whether reading on tells nothing more, or is not worth it: what may stand in the body once is found, and no list or
   * map is wanted; or the body holds more than any operation takes.
   */
  get isDone(): boolean {
    return this.#isDone;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** How much work was done, in steps: at most `mostSteps`, and what the last of it took. */
  get steps(): number {
    return mostSteps - this.#stepsLeft;
  }

  add(wire: string, value: string): void {
    const known = this.byWire.get(wire);
    if (known === undefined) {
      this.byWire.set(wire, [value]);
      if (this.byWire.size >= this.#wanted) this.#isDone = true;
    } else if (known.push(value) >= mostValues) {
      this.#giveUp();
    }
  }

  /** Returns how much has been found of what an item's rules look at: for `endItem` when its end is reached. */
  startItem(rules: readonly ItemRule[]): readonly number[] {
    this.spend(stepsOfRule * rules.length);
    const start: number[] = [];
    for (const { valueWire, testWire } of rules) {
      start.push(this.#count(valueWire), this.#count(testWire));
    }
    return start;
  }

  /** Keeps the values of an item that began at `start`, under the paths of the rules that it meets. */
  endItem(rules: readonly ItemRule[], start: readonly number[]): void {
    let at = 0;
    for (const { wire, valueWire, testWire, isLacking } of rules) {
      const [from = 0, tested = 0] = [start[at], start[at + 1]];
      at += 2;
      const values = this.byWire.get(valueWire);
      if (values === undefined || values.length === from) continue;
      if (this.#count(testWire) > tested === isLacking) continue;
      for (const value of values.slice(from)) this.add(wire, value);
    }
  }

  #count(wire: string): number {
    return this.byWire.get(wire)?.length ?? 0;
  }

  /** Counts work. False where it was too much: then reading ends. */
  spend(steps: number): boolean {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) this.#giveUp();
    return !this.#isDone;
  }

  /** Counts the work of making a text of so many bytes; `bytesPerStep` says how quickly it is made. */
  spendOnText(bytes: number, bytesPerStep = 64): boolean {
    return this.spend(stepsOfValue + Math.ceil(bytes / bytesPerStep));
  }

  /** Adds the text of these bytes. */
  addText(wire: string, bytes: Buffer, start: number, end: number): void {
    const text = this.readText(bytes, start, end);
    if (text !== undefined) this.add(wire, text);
  }

  /** Returns the text of these bytes, empty where it is too long to count; undefined where the work was too much. */
  readText(bytes: Buffer, start: number, end: number): string | undefined {
    const length = end - start;
    if (length > longestValue) return this.spendOnText(0) ? '' : undefined;
    if (!this.spendOnText(length)) return undefined;
    if (length < longText) return bytes.toString('utf8', start, end);
    const part = bytes.subarray(start, end);
    if (isAscii(part)) return bytes.toString('latin1', start, end);
    // To UTF-16 by way of bytes is many times faster than straight to a string.
    if (isUtf8(part)) return transcode(part, 'utf8', 'utf16le').toString('utf16le');
    return this.spendOnText(length, damagedBytesPerStep) ? part.toString('utf8') : undefined;
  }

  /** Ends the reading of a damaged body. */
  stop(): void {
    this.#isDone = true;
  }

  #giveUp(): void {
    this.#isGivenUp = true;
    this.#isDone = true;
  }
}
