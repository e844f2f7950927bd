import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** What a TLS server needs, and the certificate that its clients have to trust. */
export interface ServerCertificate {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly caPem: string;
}

type Extensions = Parameters<forge.pki.Certificate['setExtensions']>[0];

const dayMs = 24 * 60 * 60 * 1000;

/** Makes a CA and a certificate of it for `names` (DNS names and IPv4 addresses), valid for a day. */
export async function makeServerCertificate(names: readonly string[]): Promise<ServerCertificate> {
  const [ca, server] = await Promise.all([makeKeyPair(), makeKeyPair()]);
  // A name of its own: verifiers look an issuer up by its name.
  const issuer = `stand-in CA ${randomUUID()}`;
  const authority = makeCertificate(issuer, issuer, ca.publicPem, ca.privatePem, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  const leaf = makeCertificate('stand-in', issuer, server.publicPem, ca.privatePem, [
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names.map(alternativeName) },
  ]);
  return { keyPem: server.privatePem, certificatePem: leaf, caPem: authority };
}

async function makeKeyPair() {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { publicPem: publicKey, privatePem: privateKey };
}

function makeCertificate(
  subject: string,
  issuer: string,
  publicPem: string,
  issuerKeyPem: string,
  extensions: Extensions,
): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  certificate.validity.notBefore = new Date(Date.now() - dayMs / 24);
  certificate.validity.notAfter = new Date(Date.now() + dayMs);
  certificate.setSubject([{ name: 'commonName', value: subject }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer }]);
  certificate.setExtensions(extensions);
  certificate.sign(forge.pki.privateKeyFromPem(issuerKeyPem), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

/** The types of a SAN entry are those of RFC 5280's GeneralName: 2 for a DNS name, 7 for an address. */
function alternativeName(name: string) {
  return /^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name };
}
