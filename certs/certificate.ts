import { type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  type Asn1,
  bitString,
  integer,
  nullValue,
  objectIdentifier,
  sequence,
  setOf,
  taggedParts,
  toDer,
  utcTime,
  utf8String,
} from './der.ts';
import { pemOf } from './pem.ts';

/** A distinguished name of an organisation and, where there is one, a common name of at most 64 characters. */
export interface DistinguishedName {
  readonly organisation: string;
  readonly commonName?: string;
}

/** From when to when a certificate counts, in whole seconds. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What a certificate says. */
export interface CertificateContent {
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly validity: Validity;
  readonly publicKey: KeyObject;
  readonly extensions: Asn1;
}

/**
 * Returns an X.509 version 3 certificate as PEM, signed with `issuerKey` by RSA and SHA-256, under a random serial.
 * node:crypto signs: it takes 1 ms, node-forge's RSA in JavaScript tens of them.
 */
export function signCertificate(content: CertificateContent, issuerKey: KeyObject): string {
  const toBeSigned = sequence(
    taggedParts(0, [integer(Uint8Array.of(2))]),
    integer(randomSerial()),
    sha256WithRsa(),
    distinguishedName(content.issuer),
    sequence(utcTime(content.validity.notBefore), utcTime(content.validity.notAfter)),
    distinguishedName(content.subject),
    subjectPublicKeyInfo(content.publicKey),
    taggedParts(3, [content.extensions]),
  );
  const signature = sign('sha256', toDer(toBeSigned), issuerKey);
  const certificate = sequence(toBeSigned, sha256WithRsa(), bitString(signature));
  return pemOf(toDer(certificate));
}

/** Sixteen bytes, positive, the first of them not zero: within the 20 bytes of RFC 5280, section 4.1.2.2. */
function randomSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function sha256WithRsa(): Asn1 {
  return sequence(objectIdentifier('1.2.840.113549.1.1.11'), nullValue());
}

function distinguishedName({ organisation, commonName }: DistinguishedName): Asn1 {
  const parts = [attribute('2.5.4.10', organisation)];
  if (commonName !== undefined) parts.push(attribute('2.5.4.3', commonName));
  return sequence(...parts);
}

function attribute(oid: string, value: string): Asn1 {
  return setOf(sequence(objectIdentifier(oid), utf8String(value)));
}

function subjectPublicKeyInfo(publicKey: KeyObject): Asn1 {
  const rsaEncryption = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nullValue());
  return sequence(rsaEncryption, bitString(publicKey.export({ type: 'pkcs1', format: 'der' })));
}
