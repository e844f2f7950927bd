import type { HandshakeFailure } from './events.ts';

/** Tells by its error why a TLS handshake with a client failed; undefined stands for a close without one. */
export function classifyHandshakeFailure(error: unknown): HandshakeFailure {
  if (!(error instanceof Error)) return 'closed-in-silence';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // OpenSSL names the alert that the client sent: `ERR_SSL_TLSV1_ALERT_UNKNOWN_CA`,
  // `ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN`, `ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE`.
  if (/ALERT_(UNKNOWN_CA|.*CERTIFICATE)/.test(code)) return 'certificate-rejected';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  if (code === 'ERR_TLS_HANDSHAKE_TIMEOUT' || code === 'ETIMEDOUT') return 'timeout';
  return 'no-agreement';
}
