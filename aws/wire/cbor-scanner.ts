import { FoundValues } from './found-values.ts';
import { hasWantedMembers, type WantedNode, wantedTree } from './wanted-paths.ts';

/** The head of a data item: its major type, its argument, and where what follows begins. */
interface Head {
  readonly major: number;
  /** The item's value or length; infinite where its end is marked. */
  readonly argument: number;
  readonly next: number;
}

const nowhere = -1;
const endMark = 0xff;

/** Deeper than the input of any operation. */
const mostMarked = 64;
const major = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5, tag: 6, simple: 7 };

/**
 * Finds the wanted values of a CBOR item without decoding the rest. Of one that was cut, or is damaged, what stands
 * before is found. Linear in its length; never throws.
 * Source: RFC 8949, sections 3 and 4.
 */
export class CborScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  readonly #root: WantedNode;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#root = wantedTree(wires);
  }

  scan(): ReadonlyMap<string, readonly string[]> {
    this.#value(0, this.#root);
    return this.#found.byWire;
  }

  // Each of these returns where the item ends.
  #value(start: number, node: WantedNode): number {
    let at = start;
    let head = this.#head(at);
    while (head?.major === major.tag) {
      at = head.next;
      head = this.#head(at);
    }
    if (head === undefined) return nowhere;
    if (head.major === major.map && hasWantedMembers(node)) return this.#map(head, node);
    if (head.major === major.list && node.item !== undefined) return this.#list(head, node.item);
    const end = this.#skip(at);
    if (end !== nowhere && node.wire !== undefined) this.#take(head, at, end, node.wire);
    return this.#found.isComplete ? nowhere : end;
  }

  #map({ argument, next }: Head, node: WantedNode): number {
    let at = next;
    for (let left = argument; left > 0; left -= 1) {
      if (this.#bytes[at] === endMark) return at + 1;
      const key = this.#head(at);
      const end = this.#skip(at);
      if (key === undefined || key.major !== major.text || end === nowhere) return nowhere;
      const name = this.#bytes.toString('utf8', key.next, end);
      if (node.keysWire !== undefined) this.#found.add(node.keysWire, name);
      const member = node.members.get(name) ?? node.value;
      at = member === undefined ? this.#skip(end) : this.#value(end, member);
      if (at === nowhere) return nowhere;
    }
    return at;
  }

  #list({ argument, next }: Head, item: WantedNode): number {
    let at = next;
    for (let left = argument; left > 0; left -= 1) {
      if (this.#bytes[at] === endMark) return at + 1;
      at = this.#item(at, item);
      if (at === nowhere) return nowhere;
    }
    return at;
  }

  // What an item lacks is known only where it ends.
  #item(at: number, item: WantedNode): number {
    if (item.rules.length === 0) return this.#value(at, item);
    const start = this.#found.startItem(item.rules);
    const end = this.#value(at, item);
    if (end !== nowhere) this.#found.endItem(item.rules, start);
    return end;
  }

  #take(head: Head, start: number, end: number, wire: string): void {
    const value = this.#scalar(head, start, end);
    if (value !== undefined) this.#found.add(wire, value);
  }

  #scalar(head: Head, start: number, end: number): string | undefined {
    if (head.major === major.text && head.argument !== Number.POSITIVE_INFINITY)
      return this.#bytes.toString('utf8', head.next, end);
    if (head.major === major.unsigned) return String(head.argument);
    if (head.major === major.negative) return String(-1 - head.argument);
    const byte = this.#bytes[start];
    if (byte === 0xf4) return 'false';
    if (byte === 0xf5) return 'true';
    if (byte === 0xfa) return String(this.#bytes.readFloatBE(start + 1));
    return byte === 0xfb ? String(this.#bytes.readDoubleBE(start + 1)) : undefined;
  }

  // Items that hold others add to what is left; only those whose end is marked need a place of their own.
  #skip(start: number): number {
    const bytes = this.#bytes;
    const marked: number[] = [];
    let left = 1;
    let at = start;
    while (left > 0) {
      const first = bytes[at] ?? endMark;
      if (first === endMark) {
        const outer = at < bytes.length ? marked.pop() : undefined;
        if (outer === undefined) return nowhere;
        left = outer;
        at += 1;
        continue;
      }
      left -= 1;
      const info = first & 0x1f;
      const head = info < 24 ? undefined : this.#head(at);
      if (info >= 24 && head === undefined) return nowhere;
      const argument = head?.argument ?? info;
      at = head?.next ?? at + 1;
      const kind = first >> 5;
      if (argument === Number.POSITIVE_INFINITY) {
        if (marked.length === mostMarked) return nowhere;
        marked.push(left);
        left = Number.POSITIVE_INFINITY;
      } else if (kind === major.bytes || kind === major.text) {
        at += argument;
      } else if (kind === major.list || kind === major.map) {
        left += argument * (kind - 3);
      } else if (kind === major.tag) {
        left += 1;
      }
    }
    return at <= bytes.length ? at : nowhere;
  }

  #head(at: number): Head | undefined {
    const first = this.#bytes[at];
    if (first === undefined) return undefined;
    const kind = first >> 5;
    const info = first & 0x1f;
    if (info < 24) return { major: kind, argument: info, next: at + 1 };
    if (info === 31 && kind >= major.bytes && kind <= major.map)
      return { major: kind, argument: Number.POSITIVE_INFINITY, next: at + 1 };
    const length = info > 27 ? 0 : 2 ** (info - 24);
    const next = at + 1 + length;
    if (length === 0 || next > this.#bytes.length) return undefined;
    return { major: kind, argument: this.#argument(at + 1, length), next };
  }

  #argument(at: number, length: number): number {
    return length === 8
      ? Number(this.#bytes.readBigUInt64BE(at))
      : this.#bytes.readUIntBE(at, length);
  }
}
