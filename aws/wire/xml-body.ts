import { type BodyReader, type BodyReading, readWhole } from './body-reader.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Reads parameters from an XML body in slices, as far as it goes where it was cut. */
export const scanXmlBody: BodyReader = (body, _isCut, wires) => new XmlScanner(body, wires);

/** Reads values from an XML body at once, as far as it goes where it was cut. */
export function readXmlBody(
  body: Uint8Array,
  _isCut: boolean,
  wires: readonly string[],
): BodyReading {
  return readWhole(new XmlScanner(body, wires));
}
