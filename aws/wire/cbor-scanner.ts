import type { BodyReading } from './body-reader.ts';
import { CborHead, CborSkipper, major } from './cbor-items.ts';
import { FoundValues } from './found-values.ts';
import { findMember, type WantedNode, wantedTree } from './wanted-paths.ts';

const nowhere = -1;
const endMark = 0xff;

/**
 * Finds the wanted values of a CBOR item without decoding the rest. Of one that was cut, or is damaged, what stands
 * before is found. Linear in its length; never throws.
 * Source: RFC 8949, sections 3 and 4.
 */
export class CborScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  readonly #root: WantedNode;
  readonly #head: CborHead;
  readonly #skipper: CborSkipper;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#root = wantedTree(wires);
    this.#head = new CborHead(this.#bytes);
    this.#skipper = new CborSkipper(this.#bytes, this.#found);
  }

  scan(): BodyReading {
    this.#value(0, this.#root);
    return this.#found;
  }

  // Each of these returns where the item ends.
  #value(start: number, node: WantedNode): number {
    const head = this.#head;
    let at = start;
    if (!head.read(at)) return nowhere;
    while (head.major === major.tag) {
      at = head.next;
      if (!this.#found.spend(1) || !head.read(at)) return nowhere;
    }
    if (head.major === major.map && node.isMapWanted)
      return this.#map(head.argument, head.next, node);
    if (head.major === major.list && node.item !== undefined)
      return this.#list(head.argument, head.next, node.item);
    const end = this.#skipper.endOf(at);
    if (end !== nowhere && node.wire !== undefined) this.#take(at, end, node.wire);
    return this.#found.isDone ? nowhere : end;
  }

  #map(length: number, start: number, node: WantedNode): number {
    const head = this.#head;
    let at = start;
    for (let left = length; left > 0; left -= 1) {
      if (this.#bytes[at] === endMark) return at + 1;
      if (!this.#found.spend(1) || !head.read(at) || head.major !== major.text) return nowhere;
      const name = head.next;
      const end = this.#skipper.endOf(at);
      if (end === nowhere) return nowhere;
      if (node.keysWire !== undefined) this.#found.addText(node.keysWire, this.#bytes, name, end);
      const member = findMember(node, this.#bytes, name, end);
      at = member === undefined ? this.#skipper.endOf(end) : this.#value(end, member);
      if (at === nowhere) return nowhere;
    }
    return at;
  }

  #list(length: number, start: number, item: WantedNode): number {
    let at = start;
    for (let left = length; left > 0; left -= 1) {
      if (this.#bytes[at] === endMark) return at + 1;
      at = this.#found.spend(1) ? this.#item(at, item) : nowhere;
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

  #take(start: number, end: number, wire: string): void {
    this.#head.read(start);
    const { major: kind, argument, next } = this.#head;
    if (kind === major.text && argument !== Number.POSITIVE_INFINITY) {
      this.#found.addText(wire, this.#bytes, next, end);
      return;
    }
    const value = this.#scalar(start);
    if (value !== undefined && this.#found.spendOnText(0)) this.#found.add(wire, value);
  }

  #scalar(start: number): string | undefined {
    const { major: kind, argument } = this.#head;
    if (kind === major.unsigned) return String(argument);
    if (kind === major.negative) return String(-1 - argument);
    const byte = this.#bytes[start];
    if (byte === 0xf4) return 'false';
    if (byte === 0xf5) return 'true';
    if (byte === 0xfa) return String(this.#bytes.readFloatBE(start + 1));
    return byte === 0xfb ? String(this.#bytes.readDoubleBE(start + 1)) : undefined;
  }
}
