import { SaxesParser } from 'saxes';
import type { BodyReader } from './body-reader.ts';

/** Reads parameters from an XML body. The root element has no name in a wire path; repeated elements are lists. */
export const readXmlBody: BodyReader = (body, _isCut, wires) => {
  const wanted = new Map(wires.map((wire) => [wire.replaceAll('[]', ''), wire]));
  const values = new Map<string, string[]>();
  const path: string[] = [];
  let text = '';
  let isDamaged = false;
  const parser = new SaxesParser();
  // Without a handler saxes throws. What stands behind an error is not trusted.
  parser.on('error', () => {
    isDamaged = true;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name.replace(/^.*:/, ''));
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const wire = wanted.get(path.slice(1).join('.'));
    if (wire !== undefined && !isDamaged) values.set(wire, [...(values.get(wire) ?? []), text]);
    path.pop();
    text = '';
  });
  parser.write(new TextDecoder().decode(body));
  return values;
};
