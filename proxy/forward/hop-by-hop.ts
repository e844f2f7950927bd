import { lowerName } from './raw-headers.ts';

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
  for (let i = 0; i < raw.length; i += 2) {
    if (HOP_BY_HOP.has(lowerName(raw[i] ?? ''))) return without(raw, namedInConnection(raw));
  }
  return raw;
}

/** What frames or routes the message stays, even where a careless peer names it in Connection. */
const NEVER_NAMED = new Set(['host', 'content-length', 'transfer-encoding', 'authorization', '']);

/** Connection names further headers that concern the connection only; `keep-alive` and `close` are its own words. */
function namedInConnection(raw: readonly string[]): ReadonlySet<string> | undefined {
  let named: Set<string> | undefined;
  for (let i = 0; i < raw.length; i += 2) {
    if (lowerName(raw[i] ?? '') !== 'connection') continue;
    const value = lowerName(raw[i + 1] ?? '');
    if (value === 'keep-alive' || value === 'close') continue;
    named ??= new Set();
    for (const token of value.split(',')) {
      const name = token.trim();
      if (!NEVER_NAMED.has(name)) named.add(name);
    }
  }
  return named;
}

function without(raw: string[], named: ReadonlySet<string> | undefined): string[] {
  const kept: string[] = [];
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const lower = lowerName(name);
    if (!HOP_BY_HOP.has(lower) && named?.has(lower) !== true) kept.push(name, raw[i + 1] ?? '');
  }
  return kept;
}
