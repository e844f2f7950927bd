import { isIPv4, isIPv6 } from 'node:net';

/** What a certificate can be made out to: a domain name in lower case, or an IP address of 4 or 16 bytes. */
export type Host =
  | { readonly kind: 'domain'; readonly name: string }
  | { readonly kind: 'address'; readonly name: string; readonly bytes: Uint8Array };

/** Underscores are no part of host names in DNS, but old S3 buckets have them. */
const domainPattern = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

/**
 * Returns the host that a client named, without port: a domain name (a final dot is dropped), an IPv4 address or an
 * IPv6 address with or without brackets. Undefined where it is none of these.
 * Two spellings of one host give the same `name`.
 */
export function parseHost(text: string): Host | undefined {
  const address = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (isIPv4(address)) return { kind: 'address', name: address, bytes: ipv4Bytes(address) };
  // A zone (`fe80::1%eth0`) means something on one machine only and cannot stand in a certificate.
  if (isIPv6(address) && !address.includes('%')) return ipv6Host(address);
  const name = text.toLowerCase().replace(/\.$/, '');
  return domainPattern.test(name) ? { kind: 'domain', name } : undefined;
}

function ipv4Bytes(address: string): Uint8Array {
  return Uint8Array.from(address.split('.'), Number);
}

function ipv6Host(address: string): Host {
  // The URL parser knows every spelling and returns the one of RFC 5952, without dotted IPv4 inside.
  const name = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = name.split('::');
  const front = groupsOf(head);
  const back = groupsOf(tail ?? '');
  const zeros = new Array<number>(8 - front.length - back.length).fill(0);
  const groups = [...front, ...zeros, ...back];
  const bytes = Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
  return { kind: 'address', name, bytes };
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
