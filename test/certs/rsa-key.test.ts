import { generatePrimeSync, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPrimeOfKey, rsaKeyPair } from '../../certs/rsa-key.ts';

const prime = () => generatePrimeSync(1024, { bigint: true });
const number = (text: string | undefined) =>
  BigInt(`0x${Buffer.from(text ?? '', 'base64url').toString('hex')}`);

describe('rsaKeyPair', () => {
  const [p, q] = [prime(), prime()];
  const { publicKey, privateKey } = rsaKeyPair(p, q);

  it('holds the two primes, and exponents that undo each other', () => {
    const key = privateKey.export({ format: 'jwk' });
    const d = number(key.d);
    expect([number(key.n), number(key.p), number(key.q)]).toEqual([p * q, p, q]);
    expect((number(key.e) * d) % ((p - 1n) * (q - 1n))).toBe(1n);
    expect([number(key.dp), number(key.dq)]).toEqual([d % (p - 1n), d % (q - 1n)]);
    expect((number(key.qi) * q) % p).toBe(1n);
  });

  it('has a public half that belongs to the private one', () => {
    const text = Buffer.from('text');
    expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).toBe(true);
    expect(privateDecrypt(privateKey, publicEncrypt(publicKey, text))).toEqual(text);
  });

  it('is the same key whichever prime comes first', () => {
    expect(rsaKeyPair(q, p).publicKey.equals(publicKey)).toBe(true);
  });
});

describe('isPrimeOfKey', () => {
  it('refuses a prime that leaves the exponent without an inverse', () => {
    expect(isPrimeOfKey(786_433n)).toBe(true);
    expect(isPrimeOfKey(22n * 65_537n + 1n)).toBe(false);
  });
});
