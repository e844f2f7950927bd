import type { SecureContext } from 'node:tls';

/** Where the proxy takes the certificates from that it shows to intercepted clients. */
export interface CertificateSource {
  /** When its certificates stop to count; absent where they do not. */
  readonly notAfter?: Date;
  /** Returns a server context whose leaf certificate names this host (a DNS name or an IP address). */
  secureContextFor(host: string): SecureContext | Promise<SecureContext>;
}
