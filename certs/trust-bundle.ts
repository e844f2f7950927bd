import { rootCertificates } from 'node:tls';
import { pemText } from './pem.ts';

/** What goes into a trust bundle. */
export interface TrustBundleParts {
  /** The text of the bundle that the user had configured; none by default. */
  readonly userBundlePem?: string;
  /** PEM certificates of the public authorities; the ones that come with Node by default. */
  readonly publicRoots?: readonly string[];
  /** The certificate of the run's authority. */
  readonly authorityPem: string;
}

/**
 * A TRUSTED CERTIFICATE is OpenSSL's own form, with a list of what it is trusted for: it is kept in that form.
 * The body's characters are spelled out so that a block without its end does not swallow the next one.
 */
const pemBlock =
  /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/**
 * Returns one PEM text with every certificate that a client behind the proxy has to trust: the user's own, the public
 * authorities, and the run's authority. Most clients take a bundle instead of their own list, not on top of it.
 * Certificates that come twice are kept once. Of the user's text everything but certificates is left out: comments,
 * and private keys above all.
 */
export function trustBundle(parts: TrustBundleParts): string {
  return [...trustedCertificates(parts)].join('');
}

/** Returns the same one by one, each a PEM text of its own. */
export function trustedCertificates(parts: TrustBundleParts): ReadonlySet<string> {
  const { userBundlePem = '', publicRoots = rootCertificates, authorityPem } = parts;
  return certificatesIn([userBundlePem, ...publicRoots, authorityPem].join('\n'));
}

/** Returns every certificate of a text once, in the order in which they come, each as a PEM text of its own. */
export function certificatesIn(text: string): ReadonlySet<string> {
  const blocks = new Set<string>();
  for (const [, label = '', body = ''] of text.matchAll(pemBlock)) {
    blocks.add(pemText(label, body.replace(/\s+/g, '')));
  }
  return blocks;
}
