import { isIP, isIPv6 } from 'node:net';

/** A host and a port as `CONNECT` and `Host` name them. IPv6 addresses stand without brackets. */
export interface Authority {
  /** Lower case; a DNS name or an IP address. */
  readonly host: string;
  readonly port: number;
}

const HOST_AND_PORT = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/;
const REGISTERED_NAME = /^[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_.])?$/;

/**
 * Returns the host and port that an authority names, or undefined when it is malformed.
 * Without `defaultPort` the port is required, as in a CONNECT request.
 */
export function parseAuthority(text: string, defaultPort?: number): Authority | undefined {
  const match = HOST_AND_PORT.exec(text);
  if (match === null) return undefined;
  const [, bracketed, name, digits] = match;
  const port = digits === undefined ? defaultPort : Number(digits);
  if (port === undefined || port < 1 || port > 65535) return undefined;
  if (bracketed !== undefined) {
    return isIPv6(bracketed) ? { host: bracketed.toLowerCase(), port } : undefined;
  }
  const host = name?.toLowerCase() ?? '';
  return REGISTERED_NAME.test(host) ? { host, port } : undefined;
}

/** Returns `host:port`, with brackets around an IPv6 address; the port is left out when it is `defaultPort`. */
export function formatAuthority(authority: Authority, defaultPort?: number): string {
  const host = isIP(authority.host) === 6 ? `[${authority.host}]` : authority.host;
  return authority.port === defaultPort ? host : `${host}:${authority.port}`;
}
