import { SaxesParser } from 'saxes';
import type { BodyReader } from './body-reader.ts';

/** Deeper elements hold no parameter of any operation; reading on would only cost time. */
const maxDepth = 32;

/** Reads parameters from an XML body. The root element has no name in a wire path; repeated elements are lists. */
export const readXmlBody: BodyReader = (body, _isCut, wires) => {
  const wanted = new Map(wires.map((wire) => [wire.replaceAll('[]', ''), wire]));
  const values = new Map<string, string[]>();
  // The path of each open element without the root's name: `Object.Key`.
  const paths: string[] = [];
  let text = '';
  let isDamaged = false;
  const parser = new SaxesParser();
  // Without a handler saxes throws. What stands behind an error is not trusted.
  parser.on('error', () => {
    isDamaged = true;
  });
  parser.on('opentag', ({ name }) => {
    paths.push(paths.length > maxDepth ? '' : childPath(paths, name.replace(/^.*:/, '')));
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const wire = wanted.get(paths.pop() ?? '');
    if (wire !== undefined && !isDamaged) {
      const known = values.get(wire);
      if (known === undefined) values.set(wire, [text]);
      else known.push(text);
    }
    text = '';
  });
  parser.write(new TextDecoder().decode(body));
  return values;
};

function childPath(paths: readonly string[], name: string): string {
  if (paths.length === 0) return '';
  const parent = paths.at(-1) ?? '';
  return parent === '' ? name : `${parent}.${name}`;
}
