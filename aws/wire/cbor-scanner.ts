import { type BodyScanner, sliceBytes } from './body-reader.ts';
import { CborHead, CborSkipper, major } from './cbor-items.ts';
import { FoundValues } from './found-values.ts';
import { findMember, type WantedNode, wantedTree } from './wanted-paths.ts';

const nowhere = -1;
const endMark = 0xff;

/** A map or a list on the way to wanted values. */
interface Open {
  readonly node: WantedNode;
  /** Where the items of a list go on; undefined for a map. */
  readonly item: WantedNode | undefined;
  /** How many members or items are still to come; infinite where the end is marked. */
  left: number;
  /** What had been found when the current item began, of items whose members decide. */
  itemStart: readonly number[];
}

/**
 * Finds the wanted values of a CBOR item without decoding the rest. Of one that was cut, or is damaged, what stands
 * before is found. Linear in its length; never throws.
 * Source: RFC 8949, sections 3 and 4.
 */
export class CborScanner implements BodyScanner {
  readonly found: FoundValues;
  readonly #bytes: Buffer;
  readonly #head: CborHead;
  readonly #skipper: CborSkipper;
  /** Maps and lists that are open, outermost first. */
  readonly #open: Open[] = [];
  readonly #root: WantedNode;
  /** Where the next item begins, -1 where there is none. */
  #at = 0;
  /** The item that is being passed over, and what is wanted of it. */
  #passed: { readonly start: number; readonly node: WantedNode | undefined } | undefined;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.found = new FoundValues(wires);
    this.#root = wantedTree(wires);
    this.#head = new CborHead(this.#bytes);
    this.#skipper = new CborSkipper(this.#bytes, this.found);
  }

  advance(): boolean {
    if (this.#at === 0 && this.#passed === undefined) this.#at = this.#value(0, this.#root);
    const until = this.#at + sliceBytes;
    while (this.#at !== nowhere && this.#at < until && !this.found.isDone) {
      if (this.#passed !== undefined && !this.#pass(this.#passed)) return true;
      if (this.#at !== nowhere) this.#at = this.#next(this.#at);
    }
    return this.#at !== nowhere && !this.found.isDone;
  }

  // Goes into the item, or begins to pass over it. Returns, as the next two do, where the next item begins.
  #value(start: number, node: WantedNode | undefined): number {
    const head = this.#head;
    let at = start;
    if (node !== undefined) {
      if (!head.read(at)) return nowhere;
      while (head.major === major.tag) {
        at = head.next;
        if (!this.found.spend(1) || !head.read(at)) return nowhere;
      }
      const isMap = head.major === major.map && node.isMapWanted;
      const item = head.major === major.list ? node.item : undefined;
      if (isMap || item !== undefined) {
        this.#open.push({ node, item, left: head.argument, itemStart: none });
        return head.next;
      }
    }
    this.#skipper.begin(at);
    this.#passed = { start: at, node };
    return at;
  }

  // False where the slice ended first.
  #pass({ start, node }: { start: number; node: WantedNode | undefined }): boolean {
    const end = this.#skipper.advance();
    if (end === undefined) return false;
    this.#passed = undefined;
    this.#at = end;
    if (end === nowhere) return true;
    if (node?.wire !== undefined) this.#take(start, end, node.wire);
    this.#endItem();
    return true;
  }

  #next(at: number): number {
    const parent = this.#open.at(-1);
    if (parent === undefined) return nowhere;
    const isEndMarked = parent.left > 0 && this.#bytes[at] === endMark;
    if (parent.left === 0 || isEndMarked) {
      this.#open.pop();
      this.#endItem();
      return isEndMarked ? at + 1 : at;
    }
    parent.left -= 1;
    if (!this.found.spend(1)) return nowhere;
    if (parent.item === undefined) return this.#member(at, parent.node);
    // What an item lacks is known only where it ends.
    const { rules } = parent.item;
    if (rules.length > 0) parent.itemStart = this.found.startItem(rules);
    return this.#value(at, parent.item);
  }

  #member(at: number, node: WantedNode): number {
    const head = this.#head;
    if (!head.read(at) || head.major !== major.text) return nowhere;
    const name = head.next;
    const end = Number.isFinite(head.argument) ? name + head.argument : this.#endOfPieces(at);
    if (end === nowhere || end > this.#bytes.length) return nowhere;
    if (node.keysWire !== undefined) this.found.addText(node.keysWire, this.#bytes, name, end);
    return this.#value(end, findMember(node, this.#bytes, name, end));
  }

  #endOfPieces(start: number): number {
    this.#skipper.begin(start);
    let end = this.#skipper.advance();
    while (end === undefined) end = this.#skipper.advance();
    return end;
  }

  #endItem(): void {
    const parent = this.#open.at(-1);
    const rules = parent?.item?.rules ?? none;
    if (parent !== undefined && rules.length > 0) this.found.endItem(rules, parent.itemStart);
  }

  #take(start: number, end: number, wire: string): void {
    this.#head.read(start);
    const { major: kind, argument, next } = this.#head;
    if (kind === major.text && argument !== Number.POSITIVE_INFINITY) {
      this.found.addText(wire, this.#bytes, next, end);
      return;
    }
    const value = this.#scalar(start);
    if (value !== undefined && this.found.spendOnText(0)) this.found.add(wire, value);
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

const none: readonly never[] = [];
