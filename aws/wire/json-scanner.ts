import { type BodyScanner, sliceBytes } from './body-reader.ts';
import { FoundValues, longestValue } from './found-values.ts';
import { findMember, type WantedNode, wantedTree } from './wanted-paths.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Longer than any number that JSON's writers print. */
const longestNumber = 1_024;

/** How many bytes with escapes in them are parsed in the time of a step. */
const escapedBytesPerStep = 24;

/** What comes next. Space before it is passed over; a text or what is nested may reach over several slices. */
type Phase = 'value' | 'name' | 'item' | 'text' | 'plain' | 'nested' | 'colon' | 'behind' | 'end';

/** An object or a list on the way to wanted values. */
interface Open {
  readonly node: WantedNode;
  /** Where the items of a list go on; undefined for an object. */
  readonly item: WantedNode | undefined;
  /** What had been found when the current item began, of items whose members decide. */
  itemStart: readonly number[];
}

/**
 * Finds the wanted values of a JSON text without parsing the rest: what is not wanted is passed over byte by byte. Of a
 * text that was cut, or is damaged, what stands before is found. Linear in the text's length; never throws.
 */
export class JsonScanner implements BodyScanner {
  readonly found: FoundValues;
  readonly #bytes: Buffer;
  /** Objects and lists that are open, outermost first. */
  readonly #open: Open[] = [];
  #phase: Phase = 'value';
  #at = 0;
  /** Where the current text or value begins. */
  #start = 0;
  /** What is wanted of the current value; undefined where nothing is. */
  #node: WantedNode | undefined;
  #isName = false;
  #nameEnd = 0;
  /** Whether the current text has an escape. */
  #isEscaped = false;
  /** How deep in a value that nobody wants. */
  #depth = 0;
  #isInText = false;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.found = new FoundValues(wires);
    this.#node = wantedTree(wires);
  }

  advance(): boolean {
    const until = Math.min(this.#bytes.length, this.#at + sliceBytes);
    while (this.#at < until && this.#phase !== 'end') {
      this.#phase = this.#step(until);
      if (this.found.isDone) return false;
    }
    return this.#at < this.#bytes.length && this.#phase !== 'end';
  }

  // Each of these returns what comes next: the same where the slice ended first.
  #step(until: number): Phase {
    if (this.#phase === 'text') return this.#text(until);
    if (this.#phase === 'nested') return this.#nested(until);
    if (this.#phase === 'plain') return this.#plain(until);
    this.#at = this.#skipSpace(this.#at, until);
    if (this.#at === until) return this.#phase;
    const byte = this.#bytes[this.#at];
    if (this.#phase === 'value') return this.#value(byte);
    if (this.#phase === 'name') return this.#name(byte);
    if (this.#phase === 'item') return this.#item(byte);
    return this.#phase === 'colon' ? this.#colon(byte) : this.#behind(byte);
  }

  #value(first: number | undefined): Phase {
    const node = this.#node;
    if (first === openBrace && node?.isMapWanted === true) return this.#enter(node, undefined);
    if (first === openBracket && node?.item !== undefined) return this.#enter(node, node.item);
    this.#start = this.#at;
    if (first === quote) return this.#beginText(false);
    if (first !== openBrace && first !== openBracket) return 'plain';
    this.#depth = 0;
    this.#isInText = false;
    return 'nested';
  }

  #enter(node: WantedNode, item: WantedNode | undefined): Phase {
    this.#open.push({ node, item, itemStart: none });
    this.#at += 1;
    return item === undefined ? 'name' : 'item';
  }

  #name(first: number | undefined): Phase {
    if (first === closeBrace) return this.#leave();
    if (first !== quote) return 'end';
    this.#start = this.#at;
    return this.#beginText(true);
  }

  // What an item lacks is known only where it ends.
  #item(first: number | undefined): Phase {
    if (first === closeBracket) return this.#leave();
    const list = this.#open.at(-1);
    if (list?.item === undefined || !this.found.spend(1)) return 'end';
    if (list.item.rules.length > 0) list.itemStart = this.found.startItem(list.item.rules);
    this.#node = list.item;
    return 'value';
  }

  #beginText(isName: boolean): Phase {
    this.#isName = isName;
    this.#isEscaped = false;
    this.#at += 1;
    return 'text';
  }

  #text(until: number): Phase {
    const bytes = this.#bytes;
    let at = this.#at;
    for (; at < until; at += 1) {
      const byte = bytes[at];
      if (byte === quote) {
        this.#at = at + 1;
        return this.#isName ? this.#endName() : this.#endValue();
      }
      if (byte === backslash) {
        this.#isEscaped = true;
        at += 1;
      }
    }
    this.#at = at;
    return 'text';
  }

  #endName(): Phase {
    this.#nameEnd = this.#at;
    return this.found.spend(1) ? 'colon' : 'end';
  }

  #colon(byte: number | undefined): Phase {
    const parent = this.#open.at(-1);
    if (byte !== colon || parent === undefined) return 'end';
    this.#at += 1;
    const [start, end] = [this.#start, this.#nameEnd];
    this.#node = this.#isEscaped
      ? this.#memberByText(start, end, parent.node)
      : this.#memberByBytes(start, end, parent.node);
    return 'value';
  }

  #memberByBytes(start: number, end: number, node: WantedNode): WantedNode | undefined {
    if (node.keysWire !== undefined)
      this.found.addText(node.keysWire, this.#bytes, start + 1, end - 1);
    return findMember(node, this.#bytes, start + 1, end - 1);
  }

  // No client of AWS writes escapes into the names of its models, but into a map's keys it may.
  #memberByText(start: number, end: number, node: WantedNode): WantedNode | undefined {
    const name = this.#parseText(start, end);
    if (name === undefined) return undefined;
    if (node.keysWire !== undefined) this.found.add(node.keysWire, name);
    return node.members.get(name) ?? node.value;
  }

  #plain(until: number): Phase {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < until && endsPlain[bytes[at] ?? 0] === 0) at += 1;
    this.#at = at;
    if (at === until) return 'plain';
    return at === this.#start ? 'end' : this.#endValue();
  }

  // In a value that nobody wants, only what is open is counted.
  #nested(until: number): Phase {
    const bytes = this.#bytes;
    let depth = this.#depth;
    let isInText = this.#isInText;
    let at = this.#at;
    for (; at < until; at += 1) {
      if (!isInText) {
        const change = nesting[bytes[at] ?? 0] ?? 0;
        if (change === 0) continue;
        if (change !== ofQuote) {
          depth += change;
          if (depth > 0) continue;
          this.#at = at + 1;
          return this.#endValue();
        }
        isInText = true;
        at += 1;
      }
      for (; at < until; at += 1) {
        const byte = bytes[at];
        if (byte === quote) {
          isInText = false;
          break;
        }
        if (byte === backslash) at += 1;
      }
      if (isInText) break;
    }
    this.#at = at;
    this.#depth = depth;
    this.#isInText = isInText;
    return 'nested';
  }

  #endValue(): Phase {
    const wire = this.#node?.wire;
    if (wire !== undefined) this.#take(this.#start, this.#at, wire);
    return this.found.isDone ? 'end' : this.#endItem();
  }

  #leave(): Phase {
    this.#open.pop();
    this.#at += 1;
    return this.#endItem();
  }

  #endItem(): Phase {
    const parent = this.#open.at(-1);
    if (parent === undefined) return 'end';
    const rules = parent.item?.rules ?? [];
    if (rules.length > 0) this.found.endItem(rules, parent.itemStart);
    return 'behind';
  }

  #behind(byte: number | undefined): Phase {
    if (byte === comma) this.#at += 1;
    return this.#open.at(-1)?.item === undefined ? 'name' : 'item';
  }

  #take(start: number, end: number, wire: string): void {
    const first = this.#bytes[start];
    if (first === openBrace || first === openBracket) return;
    if (first !== quote) this.#addPlain(start, end, wire);
    else if (!this.#isEscaped) this.found.addText(wire, this.#bytes, start + 1, end - 1);
    else {
      const text = this.#parseText(start, end);
      if (text !== undefined) this.found.add(wire, text);
    }
  }

  #addPlain(start: number, end: number, wire: string): void {
    if (end - start > longestNumber || !this.found.spendOnText(end - start)) return;
    const value = this.#parse(start, end);
    if (value !== undefined && value !== null) this.found.add(wire, String(value));
  }

  // Undefined where its escapes are none, or the work is too much.
  #parseText(start: number, end: number): string | undefined {
    if (end - start > longestValue) return '';
    if (!this.found.spendOnText(end - start, escapedBytesPerStep)) return undefined;
    const value = this.#parse(start, end);
    return typeof value === 'string' ? value : undefined;
  }

  // Damage ends the reading: an error takes microseconds, and a text may hold thousands of damaged values.
  #parse(start: number, end: number): unknown {
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, end));
    } catch {
      this.found.stop();
      return undefined;
    }
  }

  #skipSpace(start: number, until: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < until && isSpace[bytes[at] ?? 0] === 1) at += 1;
    return at;
  }
}

const none: readonly number[] = [];
const ofQuote = 2;
const spaces = [0x20, 0x0a, 0x0d, 0x09];
const isSpace = byteTable(spaces, 1);
/** What does not belong to a number or a word. */
const endsPlain = byteTable([...spaces, comma, colon, closeBrace, closeBracket, quote], 1);
/** How far a byte leads into what is nested. */
const nesting = byteTable([openBrace, openBracket], 1);
for (const close of [closeBrace, closeBracket]) nesting[close] = -1;
nesting[quote] = ofQuote;

function byteTable(bytes: readonly number[], value: number): Int8Array {
  const table = new Int8Array(256);
  for (const byte of bytes) table[byte] = value;
  return table;
}
