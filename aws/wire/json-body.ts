import type { BodyReader } from './body-reader.ts';
import { JsonScanner } from './json-scanner.ts';

/** Reads parameters from a JSON body, as far as it goes where it was cut. */
export const readJsonBody: BodyReader = (body, _isCut, wires) =>
  new JsonScanner(body, wires).scan();
