import { METHODS } from 'node:http';

/** What the first bytes of a request are to Node's parser. */
export type RequestStart = 'readable' | 'unreadable' | 'incomplete';

// Servers ignore empty lines before a request (RFC 9112, section 2.2), and so does the parser.
const EMPTY_LINES = /^(?:\r?\n)+/;
const METHOD = /^([A-Z][A-Z-]{1,19}) /;
// The parser takes no method but these.
const KNOWN_METHODS = new Set(METHODS);
const METHOD_START = /^(?:\r|[A-Z][A-Z-]{0,19})?$/;
// Servers are laxer than the parser: with bytes beyond ASCII in the path, bare line feeds, folded headers and
// control characters.
const REQUEST_LINE = /^[A-Z-]+ [\x21-\x7e]+ HTTP\/1\.[01]\r$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
const REFUSED_IN_HEADERS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\n[ \t]|[^\r]\n/;

/**
 * Tells whether the parser can read the request that begins with these bytes, taken as Latin-1, as far as they go.
 * What it would refuse is better left to the server that the client wanted.
 */
export function judgeRequestStart(bytes: string): RequestStart {
  const text = bytes.replace(EMPTY_LINES, '');
  const method = METHOD.exec(text)?.[1];
  if (method === undefined) return METHOD_START.test(text) ? 'incomplete' : 'unreadable';
  if (!KNOWN_METHODS.has(method)) return 'unreadable';
  const lineEnd = text.indexOf('\n');
  if (lineEnd < 0) return /[^\x20-\x7e\r]/.test(text) ? 'unreadable' : 'readable';
  if (!REQUEST_LINE.test(text.slice(0, lineEnd))) return 'unreadable';
  const headEnd = text.indexOf('\r\n\r\n');
  const head = headEnd < 0 ? text : text.slice(0, headEnd);
  return REFUSED_IN_HEADERS.test(head) ? 'unreadable' : 'readable';
}
