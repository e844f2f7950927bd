/** Returns the PEM text of a certificate in DER. */
export function pemOf(der: Uint8Array): string {
  return pemText('CERTIFICATE', Buffer.from(der).toString('base64'));
}

/** Returns, in DER, the certificate of a PEM text; undefined for OpenSSL's own form, which is more than a certificate. */
export function derOf(pem: string): Buffer | undefined {
  if (pem.includes('TRUSTED')) return undefined;
  return Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64');
}

/** Returns a PEM text with lines of the usual length: the same certificate gives the same text. */
export function pemText(label: string, base64: string): string {
  const lines = base64.replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}
