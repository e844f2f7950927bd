import type { BodyReader } from './body-reader.ts';
import { FoundValues } from './found-values.ts';

/**
 * Reads parameters from a body of the query protocols: `Tags.member.1.Key=…`, EC2's `InstanceId.1=…`. Fields that
 * nobody wants are passed over.
 * Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol".
 */
export const readQueryBody: BodyReader = (body, isCut, wires) => {
  const wanted = new Map(wires.map((wire) => [withoutWrapper(wire), wire]));
  const heads = new Set([...wanted.keys()].map((wire) => /^[^.[]*/.exec(wire)?.[0] ?? ''));
  // Most fields of a long form are told by their first character to be none of these. A name may be percent-encoded.
  const firsts = new Set([...heads].map((head) => head.charCodeAt(0)).concat(percent));
  const shortest = Math.min(...[...heads].map((head) => head.length));
  const found = new FoundValues(wires);
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  // A cut went through the last field.
  const end = isCut ? Math.max(0, text.lastIndexOf('&')) : text.length;
  for (let at = 0; at < end && !found.isComplete; ) {
    const next = text.indexOf('&', at);
    const fieldEnd = next === -1 || next > end ? end : next;
    const mayBeWanted = fieldEnd - at >= shortest && firsts.has(text.charCodeAt(at));
    if (mayBeWanted) readField(text.slice(at, fieldEnd), heads, wanted, found);
    at = fieldEnd + 1;
  }
  return found.byWire;
};

const percent = 0x25;

function readField(
  field: string,
  heads: ReadonlySet<string>,
  wanted: ReadonlyMap<string, string>,
  found: FoundValues,
): void {
  const equals = field.indexOf('=');
  const wire = findWire(equals === -1 ? field : field.slice(0, equals), heads, wanted);
  if (wire !== undefined)
    found.add(wire, equals === -1 ? '' : decodeField(field.slice(equals + 1)));
}

function findWire(
  name: string,
  heads: ReadonlySet<string>,
  wanted: ReadonlyMap<string, string>,
): string | undefined {
  const key = decodeField(name);
  const dot = key.indexOf('.');
  const head = dot === -1 ? key : key.slice(0, dot);
  if (!heads.has(head)) return undefined;
  if (dot === -1) return wanted.get(key);
  const rest = key.slice(dot);
  // Most are items of a plain list.
  if (/^\.\d+$/.test(rest)) return wanted.get(`${head}[]`);
  return wanted.get(withoutWrapper(head + rest.replaceAll(/\.\d+(?=\.|$)/g, '[]')));
}

// The wire paths of services that speak JSON today have no wrapper for lists; their query forms do.
function withoutWrapper(wire: string): string {
  return wire.replaceAll('.member[]', '[]');
}

function decodeField(text: string): string {
  if (!/[%+]/.test(text)) return text;
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}
