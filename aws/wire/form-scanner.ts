import type { BodyReading } from './body-reader.ts';
import { type FormNames, findFormNames, isIndexed } from './form-names.ts';
import { FoundValues, longestValue } from './found-values.ts';
import { decodeForm } from './percent-decode.ts';
import { standsAt } from './wanted-paths.ts';

const unseen = -1;

/** How many bytes with escapes in them are decoded in the time of a step. */
const encodedBytesPerStep = 8;

/**
 * Finds the wanted values of a form; fields that nobody wants are passed over. Where the form was cut, the cut went
 * through its last field. Linear in its length; never throws.
 */
export class FormScanner {
  readonly #bytes: Buffer;
  readonly #found: FoundValues;
  readonly #names: FormNames;
  readonly #end: number;

  constructor(body: Uint8Array, isCut: boolean, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#found = new FoundValues(wires);
    this.#names = findFormNames(wires);
    this.#end = isCut ? Math.max(0, this.#bytes.lastIndexOf('&')) : this.#bytes.length;
  }

  scan(): BodyReading {
    const bytes = this.#bytes;
    const end = this.#end;
    const { firsts, shortest } = this.#names;
    for (let at = 0; at < end; at += 1) {
      const start = at;
      const enough = firsts[bytes[at] ?? 0] === 1 ? Math.min(end, at + shortest) : end;
      while (at < enough && bytes[at] !== ampersand) at += 1;
      if (at === enough && at - start === shortest) {
        at = this.#field(start);
        if (this.#found.isDone) break;
      }
    }
    return this.#found;
  }

  // Returns where the field ends. Each byte is looked at once.
  #field(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let headEnd = unseen;
    let nameEnd = unseen;
    let isNameEncoded = false;
    let isValueEncoded = false;
    let at = start;
    for (; at < end; at += 1) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === 0) continue;
      if (kind === separator) break;
      if (nameEnd !== unseen) isValueEncoded ||= kind === escaped;
      else if (kind === equals) nameEnd = at;
      else if (kind === escaped) isNameEncoded = true;
      else if (headEnd === unseen) headEnd = at;
    }
    if (nameEnd === unseen) nameEnd = at;
    const wire = isNameEncoded
      ? this.#wireOfEncoded(start, nameEnd)
      : this.#wireOf(bytes, start, headEnd === unseen ? nameEnd : headEnd, nameEnd);
    if (wire !== undefined) this.#add(wire, Math.min(nameEnd + 1, at), at, isValueEncoded);
    return at;
  }

  #wireOf(bytes: Buffer, start: number, headEnd: number, end: number): string | undefined {
    const { byLength } = this.#names;
    const length = headEnd - start;
    const heads = length < byLength.length ? byLength[length] : undefined;
    if (heads === undefined || heads.length === 0 || !this.#found.spend(1)) return undefined;
    for (const { head, names } of heads) {
      if (!standsAt(bytes, start, head)) continue;
      if (!this.#found.spend(names.length)) return undefined;
      return names.find(({ rest }) => isIndexed(bytes, headEnd, end, rest))?.wire;
    }
    return undefined;
  }

  #wireOfEncoded(start: number, end: number): string | undefined {
    const length = end - start;
    if (length > longestValue || !this.#found.spendOnText(length, encodedBytesPerStep))
      return undefined;
    const name = decodeForm(this.#bytes, start, end);
    const dot = name.indexOf('.');
    return this.#wireOf(name, 0, dot === -1 ? name.length : dot, name.length);
  }

  #add(wire: string, start: number, end: number, isEncoded: boolean): void {
    if (!isEncoded || end - start > longestValue)
      this.#found.addText(wire, this.#bytes, start, end);
    else if (this.#found.spendOnText(end - start, encodedBytesPerStep))
      this.#found.add(wire, decodeForm(this.#bytes, start, end).toString('utf8'));
  }
}

const ampersand = 0x26;
const separator = 1;
const equals = 2;
const escaped = 3;
const dot = 4;
const kinds = new Uint8Array(256);
for (const [character, kind] of Object.entries({
  '&': separator,
  '=': equals,
  '%': escaped,
  '+': escaped,
  '.': dot,
})) {
  kinds[character.charCodeAt(0)] = kind;
}
