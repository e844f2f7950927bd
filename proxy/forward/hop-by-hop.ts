/** Headers that concern one connection only (RFC 9110, section 7.6.1), but for Transfer-Encoding, which frames the body. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authentication-info',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'upgrade',
]);

/**
 * Returns the headers that travel on: names and values by turns, in their order, case and number.
 * Returns the very same array where there is nothing to take out.
 */
export function endToEndHeaders(raw: string[]): string[] {
  let named: ReadonlySet<string> | undefined;
  let dropped = false;
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? '';
    if (!HOP_BY_HOP.has(name)) continue;
    dropped = true;
    if (name === 'connection') named = namesIn(raw[i + 1] ?? '', named);
  }
  return dropped ? without(raw, named) : raw;
}

/** What frames or routes the message stays, even where a careless peer names it in Connection. */
const NEVER_NAMED = new Set(['host', 'content-length', 'transfer-encoding', 'authorization', '']);

function namesIn(value: string, before: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const names = new Set(before);
  for (const token of value.split(',')) {
    const name = token.trim().toLowerCase();
    if (!NEVER_NAMED.has(name)) names.add(name);
  }
  return names;
}

function without(raw: string[], named: ReadonlySet<string> | undefined): string[] {
  const kept: string[] = [];
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const lower = name.toLowerCase();
    if (!HOP_BY_HOP.has(lower) && named?.has(lower) !== true) kept.push(name, raw[i + 1] ?? '');
  }
  return kept;
}
