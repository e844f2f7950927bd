import type { BodyReader } from './body-reader.ts';
import { JsonScanner } from './json-scanner.ts';

/** Reads parameters from a JSON body in slices, as far as it goes where it was cut. */
export const scanJsonBody: BodyReader = (body, _isCut, wires) => new JsonScanner(body, wires);
