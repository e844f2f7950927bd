import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A key pair, in memory only. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** The public exponent that everybody uses; it is prime. */
const exponent = 65_537n;

/** Tells whether a key with the usual exponent can have this prime. Source: RFC 8017, section 3.1. */
export function isPrimeOfKey(prime: bigint): boolean {
  return prime % exponent !== 1n;
}

/**
 * Returns the RSA key pair of two different primes, each with its two highest bits set, so that a key of two primes of
 * 1,024 bits has exactly 2,048. Source: RFC 8017, section 3; RFC 7518, section 6.3, for the form that node:crypto reads.
 */
export function rsaKeyPair(p: bigint, q: bigint): KeyPair {
  const phi = (p - 1n) * (q - 1n);
  const d = inverse(exponent, phi);
  const open = { kty: 'RSA', n: base64url(p * q), e: base64url(exponent) };
  const secret = {
    ...open,
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  return {
    publicKey: createPublicKey({ key: open, format: 'jwk' }),
    privateKey: createPrivateKey({ key: secret, format: 'jwk' }),
  };
}

/** The inverse of `value` modulo `modulus`, which have no common factor: by Euclid's algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next > 1n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return nextFactor < 0n ? nextFactor + modulus : nextFactor;
}

function base64url(value: bigint): string {
  const digits = value.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString(
    'base64url',
  );
}
