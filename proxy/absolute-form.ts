import { parseAuthority } from './authority.ts';
import type { Origin } from './origin.ts';

const ABSOLUTE = /^(https?|wss?):\/\/(?:[^/?#@]*@)?([^/?#]+)([^#]*)/i;

/** Returns where an absolute request target leads, or undefined for any other form and for a malformed one. */
export function parseAbsoluteForm(
  url: string,
): { readonly origin: Origin; readonly target: string } | undefined {
  const match = ABSOLUTE.exec(url);
  if (match === null) return undefined;
  const [, scheme = '', authorityText = '', rest = ''] = match;
  const secure = /^(?:https|wss)$/i.test(scheme);
  const authority = parseAuthority(authorityText, secure ? 443 : 80);
  if (authority === undefined) return undefined;
  // The path is taken as it stands: a URL object would normalise what the client has signed.
  const target = rest.startsWith('/') ? rest : `/${rest}`;
  const origin = { ...authority, secure, serverName: authority.host, redirected: false };
  return { origin, target };
}
