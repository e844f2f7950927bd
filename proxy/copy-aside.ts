const NOTHING = new Uint8Array(0);

/** Keeps copies of the first bytes that pass, up to a limit. With a limit of 0 nothing is ever copied. */
export class CopyAside {
  readonly #parts: Buffer[] = [];
  #room: number;
  #cut = false;

  constructor(limit: number) {
    this.#room = limit;
  }

  /** True when more bytes passed than were kept. */
  get cut(): boolean {
    return this.#cut;
  }

  /** Takes note of a chunk that passes. */
  push(chunk: Buffer): void {
    if (chunk.length > this.#room) this.#cut = true;
    if (this.#room === 0 || chunk.length === 0) return;
    // A slice would keep the whole 64 KiB read buffer alive; a copy of a small chunk comes from a pool.
    const part = Buffer.from(chunk.subarray(0, this.#room));
    this.#parts.push(part);
    this.#room -= part.length;
  }

  /** Returns the kept bytes in one piece. */
  bytes(): Uint8Array {
    const [first] = this.#parts;
    if (first === undefined) return NOTHING;
    return this.#parts.length === 1 ? first : Buffer.concat(this.#parts);
  }
}
