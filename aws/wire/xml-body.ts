import type { BodyReader } from './body-reader.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Reads parameters from an XML body, as far as it goes where it was cut. */
export const readXmlBody: BodyReader = (body, _isCut, wires) => new XmlScanner(body, wires).scan();
