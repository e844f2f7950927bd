/**
 * Reads parameters from a request's body: for each of the wire paths that has values, these in the order of the body.
 * A damaged body gives what could be read of it, never an exception.
 */
export type BodyReader = (
  body: Uint8Array,
  isCut: boolean,
  wires: readonly string[],
) => ReadonlyMap<string, readonly string[]>;
