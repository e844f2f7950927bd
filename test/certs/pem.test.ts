import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { derOf, pemOf } from '../../certs/pem.ts';

describe('a certificate in PEM', () => {
  it('is the same after DER', () => {
    for (const root of rootCertificates) {
      const der = derOf(root);
      // Lines may be of another length.
      expect(der && pemOf(der).replace(/\s/g, '')).toBe(root.replace(/\s/g, ''));
    }
  });

  it("has no DER in OpenSSL's own form", () => {
    const trusted = (rootCertificates[0] ?? '').replaceAll(' CERTIFICATE', ' TRUSTED CERTIFICATE');
    expect(derOf(trusted)).toBeUndefined();
  });
});
