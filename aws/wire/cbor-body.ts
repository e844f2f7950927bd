import type { BodyReader } from './body-reader.ts';
import { CborScanner } from './cbor-scanner.ts';

/**
 * Reads parameters from a CBOR body in slices, as far as it goes where it was cut.
 * Source: Smithy 2.0, "Smithy RPC v2 CBOR protocol".
 */
export const scanCborBody: BodyReader = (body, _isCut, wires) => new CborScanner(body, wires);
