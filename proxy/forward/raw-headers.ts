// Names come again and again in a few spellings; what a peer makes up must not grow this without end.
const MAX_KNOWN_NAMES = 2_000;
const lowerCase = new Map<string, string>();

/** Returns a header name in lower case. */
export function lowerName(name: string): string {
  const known = lowerCase.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (lowerCase.size < MAX_KNOWN_NAMES) lowerCase.set(name, lower);
  return lower;
}

/** Returns raw headers (names and values by turns) by their lower-case name, repeated ones joined by `, `. */
export function headerMap(raw: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < raw.length; i += 2) {
    const name = lowerName(raw[i] ?? '');
    const value = raw[i + 1] ?? '';
    const before = map.get(name);
    map.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return map;
}

/** Returns raw headers as name and value pairs. */
export function pairs(raw: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let i = 0; i < raw.length; i += 2) result.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return result;
}
