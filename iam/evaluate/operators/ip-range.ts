/** A range of addresses: those that share the first `prefix` of `bits` bits with `address`. */
export interface IpRange {
  readonly address: bigint;
  readonly bits: 32 | 128;
  readonly prefix: number;
}

/** Parses `203.0.113.0/24`, `2001:db8::/32` or a single address; undefined where the text is none of them. */
export function parseIpRange(text: string): IpRange | undefined {
  const [, written = '', suffix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = written.includes(':') ? parseIpv6(written) : parseIpv4(written);
  if (address === undefined) return undefined;
  const bits = written.includes(':') ? 128 : 32;
  const prefix = suffix === undefined ? bits : Number(suffix);
  return prefix > bits ? undefined : { address, bits, prefix };
}

function parseIpv4(text: string): bigint | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const halves = withIpv4AsGroups(text)?.split('::');
  if (halves === undefined || halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const before = head ?? [];
  const after = tail ?? [];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** `::ffff:192.0.2.1` ends in an IPv4 address, which stands for two groups. */
function withIpv4AsGroups(text: string): string | undefined {
  const [, front = '', written] = /^(.*:)([\d.]*\.[\d.]*)$/.exec(text) ?? [];
  if (written === undefined) return text;
  const address = parseIpv4(written);
  if (address === undefined) return undefined;
  return `${front}${(address >> 16n).toString(16)}:${(address & 0xffffn).toString(16)}`;
}
