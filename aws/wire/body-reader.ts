/** What was read of a body. */
export interface BodyReading {
  /** For each of the wire paths that has values, these in the order of the body. */
  readonly byWire: ReadonlyMap<string, readonly string[]>;
  /** Whether reading was given up: the body holds more of what is wanted than any operation takes. */
  readonly isGivenUp: boolean;
}

/** Reads a body from its beginning, a slice at a time. */
export interface BodyScanner {
  readonly found: BodyReading;
  /** Reads the next slice; false where nothing is left to be read. */
  advance(): boolean;
}

/**
 * Begins to read parameters from a request's body. A damaged body gives what can be read of it, never an exception.
 */
export type BodyReader = (
  body: Uint8Array,
  isCut: boolean,
  wires: readonly string[],
) => BodyScanner;

/**
 * How many bytes of a body are read at a time. Code that runs for the first time takes fifty times as long as later on:
 * some 0.03 µs for a byte, and a millisecond for so many.
 */
export const sliceBytes = 16 * 1024;

/** Reads all of a body at once. */
export function readWhole(scanner: BodyScanner): BodyReading {
  let hasMore = true;
  while (hasMore) hasMore = scanner.advance();
  return scanner.found;
}
