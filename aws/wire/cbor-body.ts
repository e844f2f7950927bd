import { cbor } from '@smithy/core/cbor';
import type { BodyReader } from './body-reader.ts';
import { collectValues } from './collect-values.ts';

/**
 * Reads parameters from a CBOR body; a cut one gives none, because CBOR says its lengths at the front.
 * Source: Smithy 2.0, "Smithy RPC v2 CBOR protocol".
 */
export const readCborBody: BodyReader = (body, isCut, wires) => {
  const root = isCut ? undefined : parse(body);
  const values = new Map<string, readonly string[]>();
  for (const wire of wires) {
    const found = collectValues(root, wire);
    if (found.length > 0) values.set(wire, found);
  }
  return values;
};

function parse(body: Uint8Array): unknown {
  try {
    return cbor.deserialize(body);
  } catch {
    return undefined;
  }
}
