import { createSecureContext, type SecureContext } from 'node:tls';
import { createAuthorityCertificate } from '../../../certs/authority-certificate.ts';
import { signCertificate } from '../../../certs/certificate.ts';
import { authorityExtensions } from '../../../certs/extensions.ts';
import { parseHost } from '../../../certs/host.ts';
import { type KeyPairs, startKeyPairs } from '../../../certs/key-pairs.ts';
import { signLeafCertificate } from '../../../certs/leaf-certificate.ts';
import { parsePermittedHosts } from '../../../certs/permitted-hosts.ts';

/** A leaf to make with an authority's key, whether the authority's constraints permit it or not. */
export interface Forgery {
  readonly permittedDomains: readonly string[];
  readonly permittedAddresses?: readonly string[];
  readonly host: string;
  readonly now?: Date;
}

/** An authority and a leaf that it signed, with what a server needs to show it. */
export interface ForgedChain {
  readonly authorityPem: string;
  readonly leafPem: string;
  readonly leafKeyPem: string;
  readonly secureContext: SecureContext;
}

let keys: KeyPairs | undefined;

/** Returns the key pairs that all tests of a file share, because making them takes time. */
export function sharedKeys(): KeyPairs {
  keys ??= startKeyPairs();
  return keys;
}

/** Signs a leaf as an authority would that asks nothing: what a thief of its key could do. */
export async function forgeChain(forgery: Forgery): Promise<ForgedChain> {
  const [authority, leaf] = await Promise.all([sharedKeys().authority, sharedKeys().leaf]);
  const { permitted, host, now } = parseForgery(forgery);
  const issuer = createAuthorityCertificate(authority, permitted, now);
  const leafPem = signLeafCertificate(issuer, host, leaf.publicKey);
  const leafKeyPem = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const secureContext = createSecureContext({ key: leafKeyPem, cert: leafPem });
  return { authorityPem: issuer.certificatePem, leafPem, leafKeyPem, secureContext };
}

/** Signs a second authority with the key of the first, and a leaf with the key of the second. */
export async function forgeChainOfThree(forgery: Forgery): Promise<ForgedChain> {
  const [authority, second] = await Promise.all([sharedKeys().authority, sharedKeys().leaf]);
  const { permitted, host, now } = parseForgery(forgery);
  const root = createAuthorityCertificate(authority, permitted, now);
  const issuer = createAuthorityCertificate(second, permitted, now);
  const content = {
    issuer: root.name,
    subject: issuer.name,
    validity: issuer.validity,
    publicKey: second.publicKey,
    extensions: authorityExtensions(second.publicKey, permitted),
  };
  const secondPem = signCertificate(content, root.privateKey);
  const leafPem = signLeafCertificate(issuer, host, second.publicKey);
  const leafKeyPem = second.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const secureContext = createSecureContext({ key: leafKeyPem, cert: leafPem + secondPem });
  return { authorityPem: root.certificatePem, leafPem, leafKeyPem, secureContext };
}

function parseForgery(forgery: Forgery) {
  const { permittedDomains, permittedAddresses = [], now = new Date() } = forgery;
  const host = parseHost(forgery.host);
  if (host === undefined) throw new Error(`not a host: ${forgery.host}`);
  return { permitted: parsePermittedHosts(permittedDomains, permittedAddresses), host, now };
}
