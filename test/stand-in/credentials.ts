/** A key pair as a client holds it. */
export interface StandInCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only temporary credentials have one. */
  readonly sessionToken?: string;
}

/** The account that every key of the stand-in belongs to. */
export const standInAccount = '123456789012';

/** The long-lived key pair that the stand-in knows. It opens nothing but the stand-in. */
export const standInCredentials: StandInCredentials = {
  accessKeyId: accessKeyIdOf(standInAccount, 'AKIA'),
  secretAccessKey: 'stand-in-secret-that-opens-nothing-else!',
};

/**
 * Returns an access key id in AWS's newer format, which carries the account: after the prefix, base32 of ten
 * bytes, whose first six hold a set bit, the account in forty bits, and seven bits of noise.
 * Different `serial` numbers give different keys of the same account.
 */
export function accessKeyIdOf(account: string, prefix: 'AKIA' | 'ASIA', serial = 0): string {
  const head = (1n << 47n) | (BigInt(account) << 7n);
  return prefix + toBase32((head << 32n) | BigInt(serial));
}

/** Returns eighty bits as sixteen base32 letters (RFC 4648, section 6). */
function toBase32(bits: bigint): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length: 16 }, (_, index) =>
    letters.charAt(Number((bits >> BigInt(75 - 5 * index)) & 31n)),
  ).join('');
}
