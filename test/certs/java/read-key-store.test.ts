import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeyStore } from '../../../certs/java/read-key-store.ts';

/** Each of them holds `one.pem` and `two.pem`, as keytool of JDK 17 wrote them under the password `secret1`. */
const store = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'stores', name));

async function subjectsIn(name: string, password?: string) {
  const certificates = await readKeyStore(store(name), password);
  return certificates?.map((der) => new X509Certificate(der).subject.split('\n')[0]).sort();
}

describe("a JVM's key store", () => {
  it.each([
    ['PKCS12 as JDKs from 17 on write it', 'aes.p12'],
    ['PKCS12 as older JDKs wrote it', 'rc2.p12'],
    ['PKCS12 without a password, as the cacerts of newer JDKs are', 'open.p12'],
    ['JKS', 'plain.jks'],
    ['JCEKS', 'plain.jceks'],
  ])('is read: %s', async (_name, file) => {
    expect(await subjectsIn(file, 'secret1')).toEqual(['CN=one.example', 'CN=two.example']);
  });

  it.each(['open.p12', 'plain.jks', 'plain.jceks'])('needs no password: %s', async (file) => {
    expect(await subjectsIn(file)).toEqual(['CN=one.example', 'CN=two.example']);
  });

  it.each(['aes.p12', 'rc2.p12'])('is closed under another password: %s', async (file) => {
    expect(await readKeyStore(store(file), 'another')).toBeUndefined();
  });

  it.each(['aes.p12', 'rc2.p12'])('holds nothing for whom has no password: %s', async (file) => {
    expect(await readKeyStore(store(file), undefined)).toEqual([]);
  });

  it('that is damaged or none at all is never an error', async () => {
    const whole = store('plain.jks');
    const cut = fc.nat(whole.length - 1).map((length) => whole.subarray(0, length));
    const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    const afterMagic = noise.map((bytes) => Buffer.concat([Buffer.from('feedfeed', 'hex'), bytes]));
    const afterHeader = noise.map((bytes) =>
      Buffer.concat([store('open.p12').subarray(0, 60), bytes]),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, noise, afterMagic, afterHeader), async (bytes) => {
        const read = await readKeyStore(bytes, 'secret1');
        expect(read === undefined || Array.isArray(read)).toBe(true);
      }),
    );
  });
});
