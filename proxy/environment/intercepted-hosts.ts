import { isIP } from 'node:net';
import { parseAuthority } from '../authority.ts';

/** A host that the user named with `--intercept`. */
export interface InterceptedHost {
  /** As the user wrote it. */
  readonly text: string;
  /** Lower case, IPv6 addresses without brackets. */
  readonly host: string;
  /** Undefined for every port. */
  readonly port: number | undefined;
}

/** Returns the hosts of `--intercept` without repetitions, and a warning for each value that names none. */
export function parseInterceptedHosts(texts: readonly string[]): {
  readonly named: readonly InterceptedHost[];
  readonly warnings: readonly string[];
} {
  const named = new Map<string, InterceptedHost>();
  const warnings: string[] = [];
  for (const text of texts) {
    const host = parseHost(text);
    if (host === undefined) warnings.push(`\`${text}\` names no host and is not intercepted`);
    else named.set(`${host.host} ${host.port}`, host);
  }
  return { named: [...named.values()], warnings };
}

/** Tells whether a host without port is this machine itself, which Go and Java never reach by a proxy. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function parseHost(text: string): InterceptedHost | undefined {
  if (isIP(text) === 6) return { text, host: text.toLowerCase(), port: undefined };
  // Port 1 stands for none: it is told apart by the text.
  const authority = parseAuthority(text, 1);
  if (authority === undefined) return undefined;
  return { text, host: authority.host, port: /:\d+$/.test(text) ? authority.port : undefined };
}
