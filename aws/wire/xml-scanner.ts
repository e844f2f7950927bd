import { FoundValues } from './found-values.ts';
import { type WantedNode, wantedTree } from './wanted-paths.ts';

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const exclamation = 0x21;
const question = 0x3f;

/**
 * Finds the wanted values of an XML text without parsing the rest. The root element has no name in a wire path;
 * repeated elements are lists. Of a text that was cut, or is damaged, what stands before is found. Never throws.
 */
export class XmlScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  /** The wanted places of the open elements. */
  readonly #open: WantedNode[] = [];
  /** What had been found when each of them was opened, of items whose members decide. */
  readonly #starts: (readonly number[])[] = [];
  readonly #root: WantedNode;
  /** How many elements are open inside the innermost wanted one that lead to nothing. */
  #depth = 0;
  #text = '';

  constructor(body: Uint8Array, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#root = wantedTree(wires);
  }

  scan(): ReadonlyMap<string, readonly string[]> {
    let at = this.#find(less, 0);
    while (at !== -1 && !this.#found.isComplete) {
      const end = this.#markup(at);
      if (end === -1) break;
      at = this.#find(less, end);
      if (at !== -1 && this.#isLeaf()) this.#text += decodeText(this.#slice(end, at));
    }
    return this.#found.byWire;
  }

  // Returns where the markup ends, -1 where it does not.
  #markup(at: number): number {
    const next = this.#bytes[at + 1];
    if (next === slash) return this.#close(at);
    if (next === question) return this.#after('?>', at);
    if (next !== exclamation) return this.#openTag(at);
    if (this.#slice(at, at + 4) === '<!--') return this.#after('-->', at + 4);
    if (this.#slice(at, at + 9) !== '<![CDATA[') return this.#after('>', at);
    const end = this.#after(']]>', at + 9);
    if (end !== -1 && this.#isLeaf()) this.#text += this.#slice(at + 9, end - 3);
    return end;
  }

  #openTag(at: number): number {
    const end = this.#endOfTag(at + 1);
    if (end === -1) return -1;
    const isEmpty = this.#bytes[end - 2] === slash;
    const inner = this.#enter(at + 1, end - 1);
    if (inner === undefined) {
      if (!isEmpty) this.#depth += 1;
      return end;
    }
    this.#text = '';
    this.#open.push(inner);
    this.#starts.push(inner.rules.length === 0 ? none : this.#found.startItem(inner.rules));
    if (isEmpty) this.#leave();
    return end;
  }

  #enter(start: number, end: number): WantedNode | undefined {
    if (this.#depth > 0) return undefined;
    const parent = this.#open.at(-1);
    if (parent === undefined) return this.#root;
    if (parent.members.size === 0) return undefined;
    const member = parent.members.get(this.#name(start, end));
    return member?.item ?? member;
  }

  // Without the namespace's prefix.
  #name(start: number, end: number): string {
    let from = start;
    let at = start;
    for (; at < end && isOfName(this.#bytes[at]); at += 1) {
      if (this.#bytes[at] === colon) from = at + 1;
    }
    return this.#slice(from, Math.min(at, from + longestName));
  }

  #close(at: number): number {
    const end = this.#find(greater, at);
    if (end === -1) return -1;
    if (this.#depth > 0) this.#depth -= 1;
    else this.#leave();
    return end + 1;
  }

  #leave(): void {
    const node = this.#open.pop();
    const start = this.#starts.pop() ?? none;
    if (node?.wire !== undefined) this.#found.add(node.wire, this.#text);
    if (node !== undefined && node.rules.length > 0) this.#found.endItem(node.rules, start);
    this.#text = '';
  }

  #isLeaf(): boolean {
    return this.#depth === 0 && this.#open.at(-1)?.wire !== undefined;
  }

  // An attribute's value may hold `>`.
  #endOfTag(start: number): number {
    let quoted = 0;
    for (let at = start; at < this.#bytes.length; at += 1) {
      const byte = this.#bytes[at];
      if (quoted !== 0) {
        if (byte === quoted) quoted = 0;
      } else if (byte === greater) {
        return at + 1;
      } else if (byte === 0x22 || byte === 0x27) {
        quoted = byte;
      }
    }
    return -1;
  }

  // Markup is dense where it is long: a search of the whole rest would cost more than looking at each byte.
  #find(wanted: number, from: number): number {
    const bytes = this.#bytes;
    for (let at = from; at < bytes.length; at += 1) {
      if (bytes[at] === wanted) return at;
    }
    return -1;
  }

  #after(mark: string, from: number): number {
    const at = this.#bytes.indexOf(mark, from);
    return at === -1 ? -1 : at + mark.length;
  }

  #slice(start: number, end: number): string {
    return this.#bytes.toString('utf8', start, end);
  }
}

const none: readonly number[] = [];

/** Longer than the name of any element in AWS's models. */
const longestName = 256;

function isOfName(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte !== slash && byte !== greater;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
};

function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[String(name)] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}
