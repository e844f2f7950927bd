import { createHash, type KeyObject } from 'node:crypto';
import {
  type Asn1,
  bitString,
  booleanTrue,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  taggedBytes,
  taggedParts,
  toDer,
} from './der.ts';
import type { Host } from './host.ts';
import type { PermittedHosts } from './permitted-hosts.ts';

/** Tags of GeneralName: RFC 5280, section 4.2.1.6. */
const dnsName = 2;
const ipAddress = 7;

/**
 * Returns the extensions of the authority's certificate: it may sign certificates, none of them an authority, and
 * only for the permitted hosts.
 */
export function authorityExtensions(publicKey: KeyObject, permitted: PermittedHosts): Asn1 {
  const pathLengthZero = integer(Uint8Array.of(0));
  // keyCertSign and cRLSign are bits 5 and 6, counted from the high end.
  const certificateAndCrlSign = bitString(Uint8Array.of(0b0000_0110), 1);
  return sequence(
    critical('2.5.29.19', sequence(booleanTrue(), pathLengthZero)),
    critical('2.5.29.15', certificateAndCrlSign),
    critical('2.5.29.30', nameConstraints(permitted)),
    extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
  );
}

/** Returns the extensions of a server certificate for `host`. */
export function leafExtensions(host: Host, publicKey: KeyObject, issuerKey: KeyObject): Asn1 {
  // digitalSignature and keyEncipherment: the second is for clients that still exchange keys by RSA.
  const signatureAndEncipherment = bitString(Uint8Array.of(0b1010_0000), 5);
  const name =
    host.kind === 'domain'
      ? taggedBytes(dnsName, Buffer.from(host.name, 'latin1'))
      : taggedBytes(ipAddress, host.bytes);
  return sequence(
    critical('2.5.29.15', signatureAndEncipherment),
    extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', sequence(name)),
    extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
    extension('2.5.29.35', sequence(taggedBytes(0, keyIdentifier(issuerKey)))),
  );
}

/**
 * A kind of name that no subtree mentions is unconstrained, so addresses are excluded as a whole when none is
 * permitted. When some are, every other address of either family is already outside the permitted ones.
 */
function nameConstraints({ domains, addresses }: PermittedHosts): Asn1 {
  const permitted = taggedParts(0, [
    ...domains.map((domain) => subtree(dnsName, Buffer.from(domain, 'latin1'))),
    ...addresses.map((bytes) => subtree(ipAddress, rangeOfOne(bytes))),
  ]);
  if (addresses.length > 0) return sequence(permitted);
  const everyIpv4 = subtree(ipAddress, new Uint8Array(8));
  const everyIpv6 = subtree(ipAddress, new Uint8Array(32));
  return sequence(permitted, taggedParts(1, [everyIpv4, everyIpv6]));
}

/** An address and a mask of ones, one after the other. */
function rangeOfOne(bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(...bytes, ...bytes.map(() => 0xff));
}

function subtree(tag: number, base: Uint8Array): Asn1 {
  return sequence(taggedBytes(tag, base));
}

/** The first 160 bits of the SHA-256 of the public key: RFC 7093, section 2, method 1. */
function keyIdentifier(publicKey: KeyObject): Uint8Array {
  const key = publicKey.export({ type: 'pkcs1', format: 'der' });
  return createHash('sha256').update(key).digest().subarray(0, 20);
}

function critical(oid: string, value: Asn1): Asn1 {
  return sequence(objectIdentifier(oid), booleanTrue(), octetString(toDer(value)));
}

function extension(oid: string, value: Asn1): Asn1 {
  return sequence(objectIdentifier(oid), octetString(toDer(value)));
}
