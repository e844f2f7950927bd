import { FoundValues } from './found-values.ts';
import { hasWantedMembers, type WantedNode, wantedTree } from './wanted-paths.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Returned where the text ends or is no JSON: nothing behind is read. */
const nowhere = -1;

/**
 * Finds the wanted values of a JSON text without parsing the rest: what is not wanted is passed over byte by byte. Of a
 * text that was cut, or is damaged, what stands before is found. Linear in the text's length; never throws.
 */
export class JsonScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  readonly #root: WantedNode;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#root = wantedTree(wires);
  }

  scan(): ReadonlyMap<string, readonly string[]> {
    this.#value(this.#skipSpace(0), this.#root);
    return this.#found.byWire;
  }

  // Each of these returns where the value ends.
  #value(at: number, node: WantedNode): number {
    const first = this.#bytes[at];
    if (first === openBrace && hasWantedMembers(node)) return this.#object(at + 1, node);
    if (first === openBracket && node.item !== undefined) return this.#list(at + 1, node.item);
    const end = this.#skip(at);
    if (end !== nowhere && node.wire !== undefined) this.#take(at, end, node.wire);
    return this.#found.isComplete ? nowhere : end;
  }

  #object(start: number, node: WantedNode): number {
    let at = this.#skipSpace(start);
    while (this.#bytes[at] === quote) {
      const end = this.#endOfString(at);
      if (end === nowhere) return nowhere;
      const name = this.#text(at, end);
      at = this.#skipSpace(end);
      if (name === undefined || this.#bytes[at] !== colon) return nowhere;
      if (node.keysWire !== undefined) this.#found.add(node.keysWire, name);
      at = this.#skipSpace(at + 1);
      const member = node.members.get(name) ?? node.value;
      at = member === undefined ? this.#skip(at) : this.#value(at, member);
      if (at === nowhere) return nowhere;
      at = this.#skipSpace(at);
      if (this.#bytes[at] === comma) at = this.#skipSpace(at + 1);
    }
    return this.#bytes[at] === closeBrace ? at + 1 : nowhere;
  }

  #list(start: number, item: WantedNode): number {
    let at = this.#skipSpace(start);
    while (at < this.#bytes.length && this.#bytes[at] !== closeBracket) {
      at = this.#item(at, item);
      if (at === nowhere) return nowhere;
      at = this.#skipSpace(at);
      if (this.#bytes[at] === comma) at = this.#skipSpace(at + 1);
    }
    return at < this.#bytes.length ? at + 1 : nowhere;
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
    const value = this.#parse(start, end);
    if (value !== undefined && value !== null) this.#found.add(wire, String(value));
  }

  #skip(start: number): number {
    const first = this.#bytes[start];
    if (first === quote) return this.#endOfString(start);
    if (first === openBrace || first === openBracket) return this.#endOfNested(start);
    let at = start;
    while (isPlain(this.#bytes[at])) at += 1;
    return at > start && at < this.#bytes.length ? at : nowhere;
  }

  #endOfNested(start: number): number {
    const bytes = this.#bytes;
    let depth = 0;
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) {
        at = this.#endOfString(at) - 1;
        if (at < 0) return nowhere;
      } else if (byte === openBrace || byte === openBracket) {
        depth += 1;
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (depth === 0) return at + 1;
      }
    }
    return nowhere;
  }

  #endOfString(start: number): number {
    const bytes = this.#bytes;
    for (let at = start + 1; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) return at + 1;
      if (byte === backslash) at += 1;
    }
    return nowhere;
  }

  // Most names have no escape.
  #text(start: number, end: number): string | undefined {
    const plain = this.#bytes.toString('utf8', start + 1, end - 1);
    if (!plain.includes('\\')) return plain;
    const value = this.#parse(start, end);
    return typeof value === 'string' ? value : undefined;
  }

  #parse(start: number, end: number): unknown {
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, end));
    } catch {
      return undefined;
    }
  }

  #skipSpace(start: number): number {
    let at = start;
    while (isSpace(this.#bytes[at])) at += 1;
    return at;
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

// Of a number or a word.
function isPlain(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    !isSpace(byte) &&
    byte !== comma &&
    byte !== colon &&
    byte !== closeBrace &&
    byte !== closeBracket &&
    byte !== quote
  );
}
