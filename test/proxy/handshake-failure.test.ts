import { describe, expect, it } from 'vitest';
import { classifyHandshakeFailure } from '../../proxy/handshake-failure.ts';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a handshake that failed', () => {
  it.each([
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'certificate-rejected'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN', 'certificate-rejected'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'certificate-rejected'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'certificate-rejected'],
    ['ECONNRESET', 'reset'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'timeout'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'no-agreement'],
    ['ERR_SSL_NO_SHARED_CIPHER', 'no-agreement'],
  ])('with %s is: %s', (code, expected) => {
    expect(classifyHandshakeFailure(withCode(code))).toBe(expected);
  });

  it('without an error was closed in silence', () => {
    expect(classifyHandshakeFailure(undefined)).toBe('closed-in-silence');
  });
});
