import { LeastgrantError } from '../errors.ts';
import { type Host, parseHost } from './host.ts';

/** The hosts that the authority of a run may vouch for. */
export interface PermittedHosts {
  /** Domain names in lower case; each permits itself and every name below it. Never empty. */
  readonly domains: readonly string[];
  /** IP addresses as bytes; each permits itself only. */
  readonly addresses: readonly Uint8Array[];
}

/**
 * Returns the permitted hosts from their written form, without repetitions.
 * @throws LeastgrantError E_USAGE for what is not a domain name or not an IP address.
 * @throws LeastgrantError E_INTERNAL when no domain is given: constraints without any would permit every domain.
 */
export function parsePermittedHosts(
  domains: readonly string[],
  addresses: readonly string[],
): PermittedHosts {
  if (domains.length === 0) {
    throw new LeastgrantError('E_INTERNAL', 'a certificate authority needs a permitted domain');
  }
  return {
    domains: [...new Set(domains.map(parseDomain))],
    addresses: [...new Map(addresses.map(parseAddress)).values()],
  };
}

/** Tells whether the constraints permit a certificate for `host`: RFC 5280, section 4.2.1.10. */
export function isPermitted(permitted: PermittedHosts, host: Host): boolean {
  if (host.kind === 'address') {
    return permitted.addresses.some((bytes) => Buffer.compare(bytes, host.bytes) === 0);
  }
  return permitted.domains.some(
    (domain) => host.name === domain || host.name.endsWith(`.${domain}`),
  );
}

function parseDomain(text: string): string {
  const host = parseHost(text);
  if (host?.kind === 'domain') return host.name;
  throw new LeastgrantError('E_USAGE', `\`${text}\` is not a domain name`, {
    hint: 'a domain name is made of letters, digits, hyphens and underscores, with dots between its labels',
  });
}

function parseAddress(text: string): [name: string, bytes: Uint8Array] {
  const host = parseHost(text);
  if (host?.kind === 'address') return [host.name, host.bytes];
  throw new LeastgrantError('E_USAGE', `\`${text}\` is not an IP address`, {
    hint: 'give an IPv4 address such as `10.0.0.7` or an IPv6 address such as `fd00::7`',
  });
}
