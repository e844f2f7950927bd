import type { KeyObject } from 'node:crypto';
import type { Issuer } from './authority-certificate.ts';
import { type DistinguishedName, signCertificate } from './certificate.ts';
import { leafExtensions } from './extensions.ts';
import type { Host } from './host.ts';

/** X.520 gives a common name at most 64 characters; S3's virtual hosts can be longer. */
const commonNameLimit = 64;

/**
 * Returns the PEM of a server certificate for `host`, valid as long as its issuer.
 * It does not ask whether the issuer may vouch for the host: the authority does, and so does every verifier.
 */
export function signLeafCertificate(issuer: Issuer, host: Host, publicKey: KeyObject): string {
  const content = {
    issuer: issuer.name,
    subject: subjectOf(host),
    validity: issuer.validity,
    publicKey,
    extensions: leafExtensions(host, publicKey, issuer.publicKey),
  };
  return signCertificate(content, issuer.privateKey);
}

/**
 * Clients read the subject alternative name; the common name is for people. An address has none, because OpenSSL
 * takes a common name with dots for a domain and finds it outside the constraints.
 */
function subjectOf(host: Host): DistinguishedName {
  const organisation = 'leastgrant';
  const fits = host.kind === 'domain' && host.name.length <= commonNameLimit;
  return fits ? { organisation, commonName: host.name } : { organisation };
}
