import { sliceBytes } from './body-reader.ts';
import type { FoundValues } from './found-values.ts';

/** The major types of RFC 8949. */
export const major = {
  unsigned: 0,
  negative: 1,
  bytes: 2,
  text: 3,
  list: 4,
  map: 5,
  tag: 6,
  simple: 7,
} as const;

/** The head of a data item. One of it serves a whole body: making one for each item took most of the time. */
export class CborHead {
  major = 0;
  /** The item's value or length; infinite where its end is marked. */
  argument = 0;
  /** Where what follows begins. */
  next = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads the head that stands there; false where there is none, or only its beginning. */
  read(at: number): boolean {
    const first = this.#bytes[at];
    if (first === undefined) return false;
    const info = first & 0x1f;
    this.major = first >> 5;
    this.argument = info;
    this.next = at + 1;
    if (info < 24) return true;
    if (info === 31) {
      this.argument = Number.POSITIVE_INFINITY;
      return this.major >= major.bytes && this.major <= major.map;
    }
    const length = info > 27 ? 0 : 1 << (info - 24);
    this.next += length;
    if (length === 0 || this.next > this.#bytes.length) return false;
    this.argument =
      length === 8
        ? this.#number(at + 1, 4) * 2 ** 32 + this.#number(at + 5, 4)
        : this.#number(at + 1, length);
    return true;
  }

  #number(start: number, length: number): number {
    let number = 0;
    for (let at = start; at < start + length; at += 1) {
      number = number * 256 + (this.#bytes[at] ?? 0);
    }
    return number;
  }
}

const nowhere = -1;
const endMark = 0xff;

/** Deeper than the input of any operation. */
const mostMarked = 64;

/** More items than a body has bytes. Whole numbers of this size are added faster than infinities. */
const endless = 2 ** 28;

/** Passes over the items of a body, one at a time. */
export class CborSkipper {
  readonly #bytes: Uint8Array;
  readonly #head: CborHead;
  #at = 0;
  /** How many items are still to be passed over. */
  #left = 0;
  /** How many items are left behind each open one whose end is marked. */
  readonly #marked = new Int32Array(mostMarked);
  #depth = 0;

  readonly #found: FoundValues;

  constructor(bytes: Uint8Array, found: FoundValues) {
    this.#bytes = bytes;
    this.#head = new CborHead(bytes);
    this.#found = found;
  }

  /** Goes to the item that begins at `start`. */
  begin(start: number): void {
    this.#at = start;
    this.#left = 1;
    this.#depth = 0;
  }

  /**
   * Passes over the item, or over the next slice of it. Returns where the item ends, -1 where it does not, and undefined
   * where the slice ended first. Items that hold others add to what is left; only those whose end is marked need a place
   * of their own.
   */
  advance(): number | undefined {
    const { length } = this.#bytes;
    const until = Math.min(length, this.#at + sliceBytes);
    do {
      if (!this.#passOver(until)) return nowhere;
    } while (this.#left > 0 && this.#at < until && this.#enter());
    if (this.#left === 0) return this.#at <= length ? this.#at : nowhere;
    return this.#at >= until && this.#at < length ? undefined : nowhere;
  }

  // As far as there are no long lengths. Nothing is called here, what an item's first byte says is looked up in tables, and
  // where the next item begins is foreseen by a branch, where adding what was read would wait for it: each halves the
  // time. False where the end of nothing is marked.
  #passOver(until: number): boolean {
    const bytes = this.#bytes;
    const marked = this.#marked;
    let at = this.#at;
    let left = this.#left;
    let depth = this.#depth;
    while (left > 0 && at < until) {
      const first = bytes[at] ?? endMark;
      const width = widths[first] ?? 0;
      if (width === 1) at += 1;
      else if (width > 0) at += width;
      else if (first === endMark) {
        if (depth === 0) return false;
        depth -= 1;
        left = marked[depth] ?? 0;
        at += 1;
        continue;
      } else if (isMarked[first] === 1 && depth < mostMarked) {
        marked[depth] = left - 1;
        depth += 1;
        left = endless;
        at += 1;
        continue;
      } else break;
      left += changes[first] ?? 0;
    }
    this.#at = at;
    this.#left = left;
    this.#depth = depth;
    return true;
  }

  #enter(): boolean {
    const head = this.#head;
    // What has a length of its own is long, but where it was written to be slow.
    if (!this.#found.spend(1) || !head.read(this.#at)) return false;
    if (head.argument === Number.POSITIVE_INFINITY) return false;
    const argument = Math.min(head.argument, endless);
    this.#at = head.next + (head.major <= major.text ? argument : 0);
    this.#left = Math.min(endless, this.#left - 1 + heldBy(head.major, argument));
    return true;
  }
}

function heldBy(kind: number, length: number): number {
  if (kind === major.tag) return 1;
  if (kind === major.list) return length;
  return kind === major.map ? 2 * length : 0;
}

/** By an item's first byte: how many bytes it has, without the items that it holds; 0 where that byte does not say it. */
const widths = new Uint8Array(256);
/** By an item's first byte, where that says it: how many more items are left behind the byte than before it. */
const changes = new Int8Array(256);
/** 1 for each first byte of an item whose end is marked. */
const isMarked = new Uint8Array(256);
for (let first = 0; first < endMark; first += 1) {
  const kind = first >> 5;
  const info = first & 0x1f;
  const isText = kind === major.bytes || kind === major.text;
  const isScalar = kind === major.unsigned || kind === major.negative || kind >= major.tag;
  if (info < 24) widths[first] = isText ? 1 + info : 1;
  else if (isScalar && info <= 27) widths[first] = 1 + (1 << (info - 24));
  else if (info === 31 && kind >= major.bytes && kind <= major.map) isMarked[first] = 1;
  changes[first] = heldBy(kind, info) - 1;
}
