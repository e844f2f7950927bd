import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuthorityCertificate } from '../../certs/authority-certificate.ts';
import { parsePermittedHosts } from '../../certs/permitted-hosts.ts';
import { sharedKeys } from './support/forgery.ts';

const now = new Date('2026-11-22T08:40:12.345Z');

async function makeAuthority() {
  const authority = await sharedKeys().authority;
  return createAuthorityCertificate(authority, parsePermittedHosts(['amazonaws.com'], []), now);
}

describe('createAuthorityCertificate', () => {
  it('counts from an hour before to a day after', async () => {
    const { certificatePem, validity } = await makeAuthority();
    const certificate = new X509Certificate(certificatePem);
    expect(new Date(certificate.validFrom)).toEqual(new Date('2026-11-22T07:40:12Z'));
    expect(new Date(certificate.validTo)).toEqual(new Date('2026-11-23T08:40:12Z'));
    expect(validity.notAfter).toEqual(new Date(certificate.validTo));
  });

  it('is signed by itself', async () => {
    const certificate = new X509Certificate((await makeAuthority()).certificatePem);
    expect(certificate.ca).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('says what it is for, in a name that no other run has', async () => {
    const [one, other] = await Promise.all([makeAuthority(), makeAuthority()]);
    expect(one.name.commonName).toMatch(
      /^leastgrant CA for one run \(2026-11-22T08:40:12Z [0-9a-f]{8}\)$/,
    );
    expect(one.name.commonName?.length).toBeLessThanOrEqual(64);
    expect(one.name).not.toEqual(other.name);
  });
});
