import { type BodyScanner, sliceBytes } from './body-reader.ts';
import { type FormNames, findFormNames, isIndexed } from './form-names.ts';
import { FoundValues, longestValue } from './found-values.ts';
import { decodeForm } from './percent-decode.ts';
import { standsAt } from './wanted-paths.ts';

/** What comes next; each may reach over several slices. */
type Phase = 'field' | 'name' | 'value' | 'passed';

/** How many bytes with escapes in them are decoded in the time of a step. */
const encodedBytesPerStep = 8;

/**
 * Finds the wanted values of a form; fields that nobody wants are passed over. Where the form was cut, the cut went
 * through its last field. Linear in its length; never throws.
 */
export class FormScanner implements BodyScanner {
  readonly found: FoundValues;
  readonly #bytes: Buffer;
  readonly #names: FormNames;
  readonly #end: number;
  #at = 0;
  #phase: Phase = 'field';
  /** Where the current name or value begins. */
  #start = 0;
  /** Where the first part of the current name ends; the name's end where it has one part. */
  #headEnd: number | undefined;
  #isEncoded = false;
  /** The wire path of the current value. */
  #wire = '';

  constructor(body: Uint8Array, isCut: boolean, wires: readonly string[]) {
    this.#bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.found = new FoundValues(wires);
    this.#names = findFormNames(wires);
    this.#end = isCut ? Math.max(0, this.#bytes.lastIndexOf('&')) : this.#bytes.length;
  }

  advance(): boolean {
    const until = Math.min(this.#end, this.#at + sliceBytes);
    while (this.#at < until && !this.found.isDone) this.#phase = this.#step(until);
    if (this.found.isDone) return false;
    if (this.#at < this.#end) return true;
    // Nothing stands behind the last field.
    if (this.#phase === 'name') this.#phase = this.#endName();
    if (this.#phase === 'value') this.#phase = this.#endValue();
    return false;
  }

  // What comes next: the same where the slice ended first.
  #step(until: number): Phase {
    if (this.#phase === 'field') return this.#field(until);
    if (this.#phase === 'name') return this.#name(until);
    return this.#phase === 'value' ? this.#value(until) : this.#passOver(until);
  }

  // Most fields of a long form are told by their first byte, or by their length, to be none that is wanted: they are
  // passed over here.
  #field(until: number): Phase {
    const bytes = this.#bytes;
    const { firsts, shortest } = this.#names;
    let at = this.#at;
    while (at < until) {
      const start = at;
      const isCandidate = firsts[bytes[at] ?? 0] === 1;
      const enough = isCandidate ? Math.min(until, at + shortest) : until;
      while (at < enough && bytes[at] !== ampersand) at += 1;
      if (at === enough)
        return this.#begin(isCandidate ? 'name' : 'passed', isCandidate ? start : at);
      at += 1;
    }
    this.#at = at;
    return 'field';
  }

  #begin(phase: Phase, at: number): Phase {
    this.#at = at;
    this.#start = at;
    this.#headEnd = undefined;
    this.#isEncoded = false;
    return phase;
  }

  #passOver(until: number): Phase {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < until && bytes[at] !== ampersand) at += 1;
    this.#at = at;
    return at < until ? 'field' : 'passed';
  }

  #name(until: number): Phase {
    const bytes = this.#bytes;
    for (let at = this.#at; at < until; at += 1) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === 0) continue;
      if (kind === dot) this.#headEnd ??= at;
      else if (kind === escaped) this.#isEncoded = true;
      else {
        this.#at = at;
        return this.#endName();
      }
    }
    this.#at = until;
    return 'name';
  }

  #endName(): Phase {
    const [start, end] = [this.#start, this.#at];
    if (end - start < this.#names.shortest) return 'passed';
    const wire = this.#isEncoded
      ? this.#wireOfEncoded(start, end)
      : this.#wireOf(this.#bytes, start, this.#headEnd ?? end, end);
    if (wire === undefined)
      return end < this.#end && this.#bytes[end] === ampersand ? 'field' : 'passed';
    this.#wire = wire;
    this.#isEncoded = false;
    if (end < this.#end && this.#bytes[end] !== ampersand) this.#at = end + 1;
    this.#start = this.#at;
    return 'value';
  }

  #value(until: number): Phase {
    const bytes = this.#bytes;
    for (let at = this.#at; at < until; at += 1) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === separator) {
        this.#at = at;
        return this.#endValue();
      }
      if (kind === escaped) this.#isEncoded = true;
    }
    this.#at = until;
    return 'value';
  }

  #endValue(): Phase {
    this.#add(this.#wire, this.#start, this.#at, this.#isEncoded);
    return 'field';
  }

  #wireOf(bytes: Buffer, start: number, headEnd: number, end: number): string | undefined {
    const { byLength } = this.#names;
    const length = headEnd - start;
    const heads = length < byLength.length ? byLength[length] : undefined;
    if (heads === undefined || heads.length === 0 || !this.found.spend(1)) return undefined;
    for (const { head, names } of heads) {
      if (!standsAt(bytes, start, head)) continue;
      if (!this.found.spend(names.length)) return undefined;
      return names.find(({ rest }) => isIndexed(bytes, headEnd, end, rest))?.wire;
    }
    return undefined;
  }

  #wireOfEncoded(start: number, end: number): string | undefined {
    const length = end - start;
    if (length > longestValue || !this.found.spendOnText(length, encodedBytesPerStep))
      return undefined;
    const name = decodeForm(this.#bytes, start, end);
    const dot = name.indexOf('.');
    return this.#wireOf(name, 0, dot === -1 ? name.length : dot, name.length);
  }

  #add(wire: string, start: number, end: number, isEncoded: boolean): void {
    if (!isEncoded || end - start > longestValue) this.found.addText(wire, this.#bytes, start, end);
    else if (this.found.spendOnText(end - start, encodedBytesPerStep))
      this.found.add(wire, decodeForm(this.#bytes, start, end).toString('utf8'));
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
