import { createAuthority } from '../../../certs/authority.ts';
import type { CertificateSource } from '../../../proxy/certificate-source.ts';

/** A certificate authority for tests, and how to trust it. */
export interface TestAuthority extends CertificateSource {
  readonly certificatePem: string;
}

/** Makes an authority that vouches for the hosts that the tests use, as if it were made at `now`. */
export function createTestAuthority(now = new Date()): Promise<TestAuthority> {
  return createAuthority({
    now,
    permittedDomains: ['amazonaws.com', 'localhost', 'example.test'],
    permittedAddresses: ['127.0.0.1'],
  });
}
