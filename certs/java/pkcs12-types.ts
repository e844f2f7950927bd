import { objectIdentifier, toDer } from '../der.ts';

/** The types and attributes of PKCS12 that hold certificates, each as the DER of its identifier. */
export const pkcs12Type = {
  /** RFC 2315, section 14. */
  data: identifier('1.2.840.113549.1.7.1'),
  encryptedData: identifier('1.2.840.113549.1.7.6'),
  /** RFC 7292, appendix D. */
  certificateBag: identifier('1.2.840.113549.1.12.10.1.3'),
  x509Certificate: identifier('1.2.840.113549.1.9.22.1'),
  /** RFC 2985, section 5.5.2: it ties a certificate to the private key that is its. */
  localKeyId: identifier('1.2.840.113549.1.9.21'),
  /** Oracle's own: sun.security.pkcs12.PKCS12KeyStore takes no certificate for a trusted one that lacks it. */
  trustedKeyUsage: identifier('2.16.840.1.113894.746875.1.1'),
  anyExtendedKeyUsage: identifier('2.5.29.37.0'),
} as const;

function identifier(dotted: string): Buffer {
  return toDer(objectIdentifier(dotted));
}
