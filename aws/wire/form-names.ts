import { standsAt } from './wanted-paths.ts';

/** The names of wanted fields, prepared once for a set of wire paths. */
export interface FormNames {
  /** 1 for each byte that a wanted name may begin with. Most fields of a long form are told by it to be none. */
  readonly firsts: Uint8Array;
  /** No wanted name is shorter. */
  readonly shortest: number;
  /** By the length of their first part. */
  readonly byLength: readonly (readonly FormHead[])[];
}

/** The first part of wanted names, and what may stand behind it. */
interface FormHead {
  readonly head: Uint8Array;
  readonly names: readonly { readonly rest: Uint8Array; readonly wire: string }[];
}

const percent = 0x25;
const dot = 0x2e;
const openBracket = 0x5b;
const wrapper = Buffer.from('.member');

const prepared = new WeakMap<readonly string[], FormNames>();

/** Returns the names of the fields that hold the values of these wire paths. */
export function findFormNames(wires: readonly string[]): FormNames {
  const known = prepared.get(wires);
  if (known !== undefined) return known;
  const names = prepare(wires);
  prepared.set(wires, names);
  return names;
}

function prepare(wires: readonly string[]): FormNames {
  const byName = new Map(wires.map((wire) => [withoutWrapper(wire), wire]));
  const texts = [...new Set([...byName.keys()].map(headOf))];
  const heads = texts.map((text) => ({
    head: Buffer.from(text),
    names: [...byName]
      .filter(([name]) => headOf(name) === text)
      .map(([name, wire]) => ({ rest: Buffer.from(name.slice(text.length)), wire })),
  }));
  const lengths = heads.map(({ head }) => head.length);
  const firsts = new Uint8Array(256);
  // A name may be percent-encoded.
  for (const first of [percent, ...heads.map(({ head }) => head[0] ?? 0)]) firsts[first] = 1;
  return {
    firsts,
    shortest: Math.min(...lengths),
    byLength: Array.from({ length: Math.max(0, ...lengths) + 1 }, (_, length) =>
      heads.filter(({ head }) => head.length === length),
    ),
  };
}

function headOf(name: string): string {
  return /^[^.[]*/.exec(name)?.[0] ?? '';
}

// The wire paths of services that speak JSON today have no wrapper for lists; their query forms do.
function withoutWrapper(wire: string): string {
  return wire.replaceAll('.member[]', '[]');
}

/**
 * Tells whether the rest of a field's name is that of a wire path: what is `[]` there is a dot and a number in the name,
 * and may have a wrapper before it.
 */
export function isIndexed(
  bytes: Uint8Array,
  start: number,
  end: number,
  rest: Uint8Array,
): boolean {
  let at = start;
  for (let of = 0; of < rest.length; of += 1) {
    if (rest[of] !== openBracket) {
      if (at >= end || bytes[at] !== rest[of]) return false;
      at += 1;
      continue;
    }
    if (at + wrapper.length < end && standsAt(bytes, at, wrapper)) at += wrapper.length;
    const next = endOfIndex(bytes, at, end);
    if (next === -1) return false;
    at = next;
    of += 1;
  }
  return at === end;
}

function endOfIndex(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
  const isIndex = start < end && bytes[start] === dot && at > start + 1;
  return isIndex && (at === end || bytes[at] === dot) ? at : -1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
