import type { BodyReading } from './body-reader.ts';
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

/** Returned where the text ends or is no JSON, or where enough was read: nothing behind is read. */
const nowhere = -1;

/** Longer than any number that JSON's writers print. */
const longestNumber = 1_024;

/** How many bytes with escapes in them are parsed in the time of a step. */
const escapedBytesPerStep = 24;

/**
 * Finds the wanted values of a JSON text without parsing the rest: what is not wanted is passed over byte by byte. Of a
 * text that was cut, or is damaged, what stands before is found. Linear in the text's length; never throws.
 */
export class JsonScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  readonly #root: WantedNode;
  /** Whether the string whose end was looked for last has an escape. */
  #isEscaped = false;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#root = wantedTree(wires);
  }

  scan(): BodyReading {
    this.#value(this.#skipSpace(0), this.#root);
    return this.#found;
  }

  // Each of these returns where the value ends.
  #value(at: number, node: WantedNode): number {
    const first = this.#bytes[at];
    if (first === openBrace && node.isMapWanted) return this.#object(at + 1, node);
    if (first === openBracket && node.item !== undefined) return this.#list(at + 1, node.item);
    const end = this.#skip(at);
    if (end !== nowhere && node.wire !== undefined) this.#take(at, end, node.wire);
    return this.#found.isDone ? nowhere : end;
  }

  #object(start: number, node: WantedNode): number {
    const bytes = this.#bytes;
    let at = this.#skipSpace(start);
    while (bytes[at] === quote) {
      const end = this.#endOfString(at);
      if (end === nowhere || !this.#found.spend(1)) return nowhere;
      const afterName = this.#skipSpace(end);
      if (bytes[afterName] !== colon) return nowhere;
      const member = this.#isEscaped
        ? this.#memberByText(at, end, node)
        : this.#memberByBytes(at, end, node);
      at = this.#skipSpace(afterName + 1);
      at = member === undefined ? this.#skip(at) : this.#value(at, member);
      if (at === nowhere) return nowhere;
      at = this.#skipSpace(at);
      if (bytes[at] === comma) at = this.#skipSpace(at + 1);
    }
    return bytes[at] === closeBrace ? at + 1 : nowhere;
  }

  #memberByBytes(start: number, end: number, node: WantedNode): WantedNode | undefined {
    if (node.keysWire !== undefined)
      this.#found.addText(node.keysWire, this.#bytes, start + 1, end - 1);
    return findMember(node, this.#bytes, start + 1, end - 1);
  }

  // No client of AWS writes escapes into the names of its models, but into a map's keys it may.
  #memberByText(start: number, end: number, node: WantedNode): WantedNode | undefined {
    const name = this.#parseText(start, end);
    if (name === undefined) return undefined;
    if (node.keysWire !== undefined) this.#found.add(node.keysWire, name);
    return node.members.get(name) ?? node.value;
  }

  #list(start: number, item: WantedNode): number {
    const bytes = this.#bytes;
    let at = this.#skipSpace(start);
    while (at < bytes.length && bytes[at] !== closeBracket) {
      at = this.#found.spend(1) ? this.#item(at, item) : nowhere;
      if (at === nowhere) return nowhere;
      at = this.#skipSpace(at);
      if (bytes[at] === comma) at = this.#skipSpace(at + 1);
    }
    return at < bytes.length ? at + 1 : nowhere;
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
    const first = this.#bytes[start];
    if (first === openBrace || first === openBracket) return;
    if (first !== quote) this.#addPlain(start, end, wire);
    else if (!this.#isEscaped) this.#found.addText(wire, this.#bytes, start + 1, end - 1);
    else {
      const text = this.#parseText(start, end);
      if (text !== undefined) this.#found.add(wire, text);
    }
  }

  #addPlain(start: number, end: number, wire: string): void {
    if (end - start > longestNumber || !this.#found.spendOnText(end - start)) return;
    const value = this.#parse(start, end);
    if (value !== undefined && value !== null) this.#found.add(wire, String(value));
  }

  // Undefined where its escapes are none, or the work is too much.
  #parseText(start: number, end: number): string | undefined {
    if (end - start > longestValue) return '';
    if (!this.#found.spendOnText(end - start, escapedBytesPerStep)) return undefined;
    const value = this.#parse(start, end);
    return typeof value === 'string' ? value : undefined;
  }

  #skip(start: number): number {
    const first = this.#bytes[start];
    if (first === quote) return this.#endOfString(start);
    if (first === openBrace || first === openBracket) return this.#endOfNested(start);
    return this.#endOfPlain(start);
  }

  #endOfPlain(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < bytes.length && endsPlain[bytes[at] ?? 0] === 0) at += 1;
    return at > start && at < bytes.length ? at : nowhere;
  }

  #endOfNested(start: number): number {
    const bytes = this.#bytes;
    let depth = 0;
    for (let at = start; at < bytes.length; at += 1) {
      const change = nesting[bytes[at] ?? 0] ?? 0;
      if (change === 0) continue;
      if (change === ofQuote) {
        at = this.#endOfString(at) - 1;
        if (at < 0) return nowhere;
      } else {
        depth += change;
        if (depth === 0) return at + 1;
      }
    }
    return nowhere;
  }

  #endOfString(start: number): number {
    const bytes = this.#bytes;
    this.#isEscaped = false;
    for (let at = start + 1; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) return at + 1;
      if (byte === backslash) {
        this.#isEscaped = true;
        at += 1;
      }
    }
    return nowhere;
  }

  // Damage ends the reading: an error takes microseconds, and a text may hold thousands of damaged values.
  #parse(start: number, end: number): unknown {
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, end));
    } catch {
      this.#found.stop();
      return undefined;
    }
  }

  #skipSpace(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < bytes.length && isSpace[bytes[at] ?? 0] === 1) at += 1;
    return at;
  }
}

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
