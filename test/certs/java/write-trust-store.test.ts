import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readKeyStore } from '../../../certs/java/read-key-store.ts';
import { writeTrustStore } from '../../../certs/java/write-trust-store.ts';
import { derOf } from '../../../certs/pem.ts';

describe('the truststore of a run', () => {
  const certificates = rootCertificates.map(derOf).filter((der) => der !== undefined);

  it('holds every certificate once, for any password and for none', async () => {
    const store = writeTrustStore([...certificates, ...certificates]);
    expect(certificates.length).toBeGreaterThan(100);
    expect(await readKeyStore(store, undefined)).toEqual(certificates);
    expect(await readKeyStore(store, 'a password of the program')).toEqual(certificates);
  });

  it.each([0, 1])('may hold %i', async (count) => {
    const few = certificates.slice(0, count);
    expect(await readKeyStore(writeTrustStore(few), undefined)).toEqual(few);
  });
});
