/** What one XML element may hold; a list repeats its element, undefined leaves it out. */
export type XmlValue = string | number | undefined | readonly XmlValue[] | XmlElements;

/** Elements by name, in the order they are written. */
export interface XmlElements {
  readonly [name: string]: XmlValue;
}

/** Returns an XML document with one root. */
export function writeXml(
  root: string,
  namespace: string | undefined,
  content: XmlElements | string,
): string {
  const text = typeof content === 'string' ? escapeXml(content) : writeElements(content);
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${text}</${root}>`;
}

/** Returns the text of every element called `name`, in order, with entities resolved. */
export function readXmlTexts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text]) => unescapeXml(text ?? ''),
  );
}

function writeElements(elements: XmlElements): string {
  return Object.entries(elements)
    .map(([name, value]) => writeElement(name, value))
    .join('');
}

function writeElement(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((item) => writeElement(name, item)).join('');
  const content = typeof value === 'object' ? writeElements(value) : escapeXml(String(value));
  return `<${name}>${content}</${name}>`;
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
