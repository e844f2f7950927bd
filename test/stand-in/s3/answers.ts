import type { Answer } from '../answer.ts';
import { writeXml, type XmlElements } from '../xml.ts';

/** Returns an answer with an XML document. */
export function xmlAnswer(root: string, content: XmlElements | string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: writeXml(root, 'http://s3.amazonaws.com/doc/2006-03-01/', content),
  };
}

/** Returns the answer of a deletion. */
export function noContent(): Answer {
  return { status: 204, headers: {}, body: '' };
}
