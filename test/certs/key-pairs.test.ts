import { sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startKeyPairs } from '../../certs/key-pairs.ts';

describe('startKeyPairs', () => {
  it('makes RSA key pairs of 2048 bits', async () => {
    const keys = startKeyPairs();
    const [authority, leaf] = await Promise.all([keys.authority, keys.leaf]);
    for (const { publicKey, privateKey } of [authority, leaf]) {
      expect(publicKey.asymmetricKeyType).toBe('rsa');
      expect(publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
      const text = Buffer.from('signed');
      expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).toBe(true);
    }
  });

  it('never gives both the same key, whichever was made first', async () => {
    const runs = Array.from({ length: 3 }, startKeyPairs);
    for (const keys of runs) {
      const [authority, leaf] = await Promise.all([keys.authority, keys.leaf]);
      expect(authority.publicKey.equals(leaf.publicKey)).toBe(false);
    }
  });

  it("has the authority's key no later than the other", async () => {
    const keys = startKeyPairs();
    const order: string[] = [];
    await Promise.all([
      keys.leaf.then(() => order.push('leaf')),
      keys.authority.then(() => order.push('authority')),
    ]);
    expect(order).toEqual(['authority', 'leaf']);
  });
});
