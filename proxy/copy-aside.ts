/** Keeps copies of the first bytes that pass, up to a limit. */
export interface CopyAside {
  /** True when more bytes passed than were kept. */
  readonly cut: boolean;
  push(chunk: Buffer): void;
  /** Returns the kept bytes in one piece. */
  bytes(): Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** Returns an empty copy that will hold at most `limit` bytes. With a limit of 0 nothing is ever copied. */
export function createCopyAside(limit: number): CopyAside {
  const parts: Uint8Array[] = [];
  let room = limit;
  let cut = false;
  return {
    get cut() {
      return cut;
    },
    push(chunk) {
      if (chunk.length > room) cut = true;
      if (room === 0 || chunk.length === 0) return;
      // A slice would keep the whole 64 KiB read buffer alive.
      const part = new Uint8Array(chunk.subarray(0, room));
      parts.push(part);
      room -= part.length;
    },
    bytes() {
      const [first] = parts;
      if (first === undefined) return NOTHING;
      return parts.length === 1 ? first : Buffer.concat(parts);
    },
  };
}
