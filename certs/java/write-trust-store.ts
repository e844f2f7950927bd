import { pkcs12Type } from './pkcs12-types.ts';
import { encodeTlv, tag } from './tlv.ts';

/**
 * Returns a Java truststore, in the PKCS12 format (RFC 7292), of certificates in DER, each of them once.
 * It is neither encrypted nor sealed, so every JDK from 8 on opens it with any password and with none: a program may
 * have a password set for a store of its own. Nothing in it is secret, and its folder is its protection.
 */
export function writeTrustStore(certificates: Iterable<Uint8Array>): Buffer {
  const distinct = new Map(Array.from(certificates, (one) => [keyOf(one), one]));
  const bags = Array.from(distinct.values(), certificateBag);
  const safe = encodeTlv(tag.sequence, dataContent(encodeTlv(tag.sequence, ...bags)));
  return encodeTlv(tag.sequence, version3, dataContent(safe));
}

function keyOf(certificate: Uint8Array): string {
  return Buffer.from(certificate).toString('latin1');
}

const version3 = encodeTlv(tag.integer, Uint8Array.of(3));
const trustedForAnything = encodeTlv(
  tag.set,
  encodeTlv(
    tag.sequence,
    pkcs12Type.trustedKeyUsage,
    encodeTlv(tag.set, pkcs12Type.anyExtendedKeyUsage),
  ),
);

/** A ContentInfo of the type `data`: RFC 2315, section 8. */
function dataContent(contents: Uint8Array): Buffer {
  const octets = encodeTlv(tag.octetString, contents);
  return encodeTlv(tag.sequence, pkcs12Type.data, encodeTlv(tag.explicit0, octets));
}

function certificateBag(certificate: Uint8Array): Buffer {
  const value = encodeTlv(tag.explicit0, encodeTlv(tag.octetString, certificate));
  const bag = encodeTlv(tag.sequence, pkcs12Type.x509Certificate, value);
  return encodeTlv(
    tag.sequence,
    pkcs12Type.certificateBag,
    encodeTlv(tag.explicit0, bag),
    trustedForAnything,
  );
}
