/** What was read of a body. */
export interface BodyReading {
  /** For each of the wire paths that has values, these in the order of the body. */
  readonly byWire: ReadonlyMap<string, readonly string[]>;
  /** Whether reading was given up: the body holds more of what is wanted than any operation takes. */
  readonly isGivenUp: boolean;
}

/** Reads parameters from a request's body. A damaged body gives what could be read of it, never an exception. */
export type BodyReader = (
  body: Uint8Array,
  isCut: boolean,
  wires: readonly string[],
) => BodyReading;
