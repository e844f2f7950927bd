import { type BodyScanner, sliceBytes } from './body-reader.ts';
import { FoundValues, longestValue } from './found-values.ts';
import { findMember, standsAt, type WantedNode, wantedTree } from './wanted-paths.ts';
import { decodeEntities, stepsOfEntities } from './xml-entities.ts';

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const exclamation = 0x21;
const question = 0x3f;
const hyphen = 0x2d;
const quote = 0x22;
const apostrophe = 0x27;
const closeBracket = 0x5d;
const comment = Buffer.from('<!--');
const characterData = Buffer.from('<![CDATA[');

/**
 * Finds the wanted values of an XML text without parsing the rest. The root element has no name in a wire path;
 * repeated elements are lists. Of a text that was cut, or is damaged, what stands before is found. Linear in the text's
 * length; never throws.
 */
export class XmlScanner implements BodyScanner {
  readonly found: FoundValues;
  readonly #bytes: Buffer;
  /** The wanted places of the open elements. */
  readonly #open: WantedNode[] = [];
  /** What had been found when each of them was opened, of items whose members decide. */
  readonly #starts: (readonly number[])[] = [];
  readonly #root: WantedNode;
  #at = 0;
  /** Where the text begins that is being read. */
  #textStart = 0;
  /** How deep in an element that nobody wants; 0 outside of one. */
  #depth = 0;
  #text = '';
  /** The length of the text in bytes. */
  #length = 0;

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.found = new FoundValues(wires);
    this.#root = wantedTree(wires);
  }

  advance(): boolean {
    const until = Math.min(this.#bytes.length, this.#at + sliceBytes);
    while (this.#at < until) {
      const isOver = this.#depth > 0 ? !this.#skip(until) : !this.#step();
      if (isOver || this.found.isDone) return false;
    }
    return this.#at < this.#bytes.length;
  }

  // To the end of the next markup. False where there is none.
  #step(): boolean {
    const at = this.#find(less, this.#at);
    if (at === -1) return false;
    if (at > this.#textStart && this.#isLeaf()) this.#addText(this.#textStart, at, true);
    const end = this.found.spend(1) ? this.#markup(at) : -1;
    this.#at = end;
    this.#textStart = end;
    return end !== -1;
  }

  // Returns where the markup ends, -1 where it does not.
  #markup(at: number): number {
    const next = this.#bytes[at + 1];
    if (next === slash) return this.#close(at);
    if (next !== exclamation && next !== question) return this.#openTag(at);
    const end = this.#endOfOther(at);
    if (end !== -1 && this.#isLeaf() && standsAt(this.#bytes, at, characterData))
      this.#addText(at + characterData.length, end - ']]>'.length, false);
    return end;
  }

  #openTag(at: number): number {
    const end = this.#endOfTag(at + 1);
    if (end === -1) return -1;
    const isEmpty = this.#bytes[end - 2] === slash;
    const inner = this.#enter(at + 1, end - 1);
    if (inner === undefined) {
      if (!isEmpty) this.#depth = 1;
      return end;
    }
    this.#begin();
    this.#open.push(inner);
    this.#starts.push(inner.rules.length === 0 ? none : this.found.startItem(inner.rules));
    if (isEmpty) this.#leave();
    return end;
  }

  #enter(start: number, end: number): WantedNode | undefined {
    const parent = this.#open.at(-1);
    if (parent === undefined) return this.#root;
    if (parent.members.size === 0) return undefined;
    const member = this.#member(parent, start, end);
    return member?.item ?? member;
  }

  // By its name without the namespace's prefix.
  #member(parent: WantedNode, start: number, end: number): WantedNode | undefined {
    const bytes = this.#bytes;
    const last = Math.min(end, start + longestName);
    let from = start;
    let at = start;
    for (; at < last && isOfName(bytes[at] ?? 0); at += 1) {
      if (bytes[at] === colon) from = at + 1;
    }
    return at === start + longestName ? undefined : findMember(parent, bytes, from, at);
  }

  #close(at: number): number {
    const end = this.#find(greater, at);
    if (end === -1) return -1;
    this.#leave();
    return end + 1;
  }

  #leave(): void {
    const node = this.#open.pop();
    const start = this.#starts.pop() ?? none;
    if (node?.wire !== undefined)
      this.found.add(node.wire, this.#length > longestValue ? '' : this.#text);
    if (node !== undefined && node.rules.length > 0) this.found.endItem(node.rules, start);
    this.#begin();
  }

  #begin(): void {
    this.#text = '';
    this.#length = 0;
  }

  #isLeaf(): boolean {
    return this.#open.at(-1)?.wire !== undefined;
  }

  #addText(start: number, end: number, mayHaveEntities: boolean): void {
    this.#length += end - start;
    if (this.#length > longestValue) return;
    const text = this.found.readText(this.#bytes, start, end);
    if (text === undefined) return;
    if (!mayHaveEntities || !text.includes('&')) this.#text += text;
    else if (this.found.spend(stepsOfEntities(text))) this.#text += decodeEntities(text);
  }

  // In an element that leads to nothing, only what is open is counted. Nothing is called for a tag, and each loop looks
  // for one thing: both halve the time. False where the body ends in a tag.
  #skip(until: number): boolean {
    const bytes = this.#bytes;
    const { length } = bytes;
    let depth = this.#depth;
    let at = this.#at;
    while (depth > 0) {
      while (at < until && bytes[at] !== less) at += 1;
      if (at >= until) break;
      at += 1;
      if (at >= length) return false;
      const next = bytes[at];
      if (next === exclamation || next === question) {
        at = this.#endOfOther(at - 1);
        if (at === -1) return false;
        continue;
      }
      if (next === slash) {
        depth -= 1;
        while (at < length && bytes[at] !== greater) at += 1;
      } else {
        while (at < length && bytes[at] !== greater) {
          const mark = bytes[at];
          at += 1;
          if (mark !== quote && mark !== apostrophe) continue;
          while (at < length && bytes[at] !== mark) at += 1;
          at += 1;
        }
        if (at >= length) return false;
        if (bytes[at - 1] !== slash) depth += 1;
      }
      at += 1;
    }
    this.#at = at;
    this.#textStart = at;
    this.#depth = depth;
    return true;
  }

  // Of a declaration, an instruction, a comment or character data.
  #endOfOther(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] === question) return this.#endOf(question, undefined, at + 1);
    if (bytes[at + 2] === greater) return at + 3;
    if (standsAt(bytes, at, comment)) return this.#endOf(hyphen, hyphen, at + comment.length);
    if (standsAt(bytes, at, characterData))
      return this.#endOf(closeBracket, closeBracket, at + characterData.length);
    return this.#find(greater, at) + 1 || -1;
  }

  // Returns where a mark ends that is made of `>` and what stands before it.
  #endOf(last: number, lastButOne: number | undefined, start: number): number {
    const bytes = this.#bytes;
    const from = lastButOne === undefined ? start + 1 : start + 2;
    for (let at = from; at < bytes.length; at += 1) {
      if (bytes[at] !== greater || bytes[at - 1] !== last) continue;
      if (lastButOne === undefined || bytes[at - 2] === lastButOne) return at + 1;
    }
    return -1;
  }

  // An attribute's value may hold `>`.
  #endOfTag(start: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = start;
    while (at < length && bytes[at] !== greater) {
      const mark = bytes[at];
      at += 1;
      if (mark !== quote && mark !== apostrophe) continue;
      while (at < length && bytes[at] !== mark) at += 1;
      at += 1;
    }
    return at < length ? at + 1 : -1;
  }

  // Markup is dense where it is long: a search of the rest pays off only behind the first bytes.
  #find(wanted: number, from: number): number {
    const bytes = this.#bytes;
    const near = Math.min(bytes.length, from + nearBytes);
    for (let at = from; at < near; at += 1) {
      if (bytes[at] === wanted) return at;
    }
    return bytes.indexOf(wanted, near);
  }
}

const nearBytes = 128;
const none: readonly number[] = [];

/** Longer than the name of any element in AWS's models with a prefix. */
const longestName = 512;

function isOfName(byte: number): boolean {
  return byte > 0x20 && byte !== slash && byte !== greater;
}
