import { type KeyObject, randomBytes } from 'node:crypto';
import { type DistinguishedName, signCertificate, type Validity } from './certificate.ts';
import { authorityExtensions } from './extensions.ts';
import type { PermittedHosts } from './permitted-hosts.ts';
import type { KeyPair } from './rsa-key.ts';

const hourMs = 3_600_000;

/** A certificate authority as far as it takes to sign a certificate in its name. */
export interface Issuer {
  readonly certificatePem: string;
  readonly name: DistinguishedName;
  readonly validity: Validity;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * Makes the certificate of an authority that signs itself and may vouch for the permitted hosts only.
 * It counts from an hour before `now`, for clocks that are behind, to 24 hours after it.
 */
export function createAuthorityCertificate(
  keys: KeyPair,
  permitted: PermittedHosts,
  now: Date,
): Issuer {
  const name = authorityName(now);
  const nowMs = now.getTime() - now.getMilliseconds();
  const validity = {
    notBefore: new Date(nowMs - hourMs),
    notAfter: new Date(nowMs + 24 * hourMs),
  };
  const extensions = authorityExtensions(keys.publicKey, permitted);
  const content = { issuer: name, subject: name, validity, publicKey: keys.publicKey, extensions };
  return { ...keys, name, validity, certificatePem: signCertificate(content, keys.privateKey) };
}

/**
 * The name differs from run to run, because a run inside another has both authorities in its bundle, and OpenSSL
 * looks issuers up by name.
 */
function authorityName(now: Date): DistinguishedName {
  const second = now.toISOString().slice(0, 19);
  const commonName = `leastgrant CA for one run (${second}Z ${randomBytes(4).toString('hex')})`;
  return { organisation: 'leastgrant', commonName };
}
