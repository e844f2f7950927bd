import { sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startKeyPairs } from '../../certs/key-pairs.ts';

describe('startKeyPairs', () => {
  it('makes two different RSA key pairs of 2048 bits', async () => {
    const { authority, leaf } = await startKeyPairs();
    for (const { publicKey, privateKey } of [authority, leaf]) {
      expect(publicKey.asymmetricKeyType).toBe('rsa');
      expect(publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
      const text = Buffer.from('signed');
      expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).toBe(true);
    }
    expect(authority.publicKey.equals(leaf.publicKey)).toBe(false);
  });
});
