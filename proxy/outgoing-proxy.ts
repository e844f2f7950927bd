import { BlockList, isIP } from 'node:net';
import { type Authority, parseAuthority } from './authority.ts';

/** The proxy through which the user's own traffic leaves. */
export interface OutgoingProxy {
  /** Returns the proxy for a URL, with its credentials, or undefined where the way is direct. */
  proxyFor(url: URL): URL | undefined;
  /** Names of variables whose value is of no use here (SOCKS, or no URL at all). Never their values. */
  readonly ignored: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` in both cases; lower case wins, as in curl.
 * Loopback is always direct: an outgoing proxy cannot reach it.
 */
export function parseOutgoingProxy(env: Environment): OutgoingProxy {
  const ignored: string[] = [];
  const http = readProxy(env, 'http_proxy', ignored);
  const https = readProxy(env, 'https_proxy', ignored);
  const all = readProxy(env, 'all_proxy', ignored);
  const isExempt = parseNoProxy(env.no_proxy ?? env.NO_PROXY ?? '');
  return {
    ignored,
    proxyFor(url) {
      const secure = url.protocol === 'https:' || url.protocol === 'wss:';
      const proxy = (secure ? https : http) ?? all;
      if (proxy === undefined) return undefined;
      const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
      const port = Number(url.port) || (secure ? 443 : 80);
      return isLoopback(host) || isExempt({ host, port }) ? undefined : proxy;
    },
  };
}

function readProxy(env: Environment, name: string, ignored: string[]): URL | undefined {
  const upper = name.toUpperCase();
  const used = env[name] ? name : upper;
  const value = env[used]?.trim();
  if (!value) return undefined;
  const text = value.includes('://') ? value : `http://${value}`;
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.hostname !== '' && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  }
  ignored.push(used);
  return undefined;
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

type Exemption = (target: Authority) => boolean;

function parseNoProxy(text: string): Exemption {
  const exemptions = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(parseExemption);
  return (target) => exemptions.some((exemption) => exemption(target));
}

/** `*`, a network (`10.0.0.0/8`), an address, or a domain with all below it; the last two with an optional port. */
function parseExemption(entry: string): Exemption {
  if (entry === '*') return () => true;
  if (entry.includes('/')) return parseNetwork(entry);
  const lower = entry.toLowerCase();
  if (isIP(lower) !== 0) return (target) => target.host === lower;
  const authority = parseAuthority(lower.replace(/^\*?\./, ''), 1);
  if (authority === undefined) return () => false;
  const hasPort = /:\d+$/.test(lower);
  return ({ host, port }) =>
    (!hasPort || port === authority.port) &&
    (host === authority.host || (isIP(host) === 0 && host.endsWith(`.${authority.host}`)));
}

function parseNetwork(entry: string): Exemption {
  const [address = '', prefix = ''] = entry.split('/');
  const version = isIP(address);
  const bits = Number(prefix);
  if (version === 0 || !/^\d+$/.test(prefix) || bits > (version === 4 ? 32 : 128))
    return () => false;
  const network = new BlockList();
  network.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  return ({ host }) => {
    const family = isIP(host);
    return family !== 0 && network.check(host, family === 4 ? 'ipv4' : 'ipv6');
  };
}
