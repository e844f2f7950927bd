import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { certificatesIn } from './trust-bundle.ts';

/**
 * Where systems keep what every program trusts that brings no list of its own; each has one of them.
 * Source: the packages ca-certificates of the distributions, and Go's crypto/x509, which looks in the same places.
 */
const bundleFiles: readonly string[] = [
  // Debian, Ubuntu, Arch, Gentoo.
  '/etc/ssl/certs/ca-certificates.crt',
  // Red Hat, Fedora, Amazon Linux.
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  // SUSE.
  '/etc/ssl/ca-bundle.pem',
  // Alpine, macOS, the BSDs.
  '/etc/ssl/cert.pem',
];

/**
 * Returns, as one PEM text, the certificates that the system trusts and Node does not bring along: those of a company,
 * most often. Empty where there are none.
 */
export async function readSystemRoots(files: readonly string[] = bundleFiles): Promise<string> {
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return withoutOwnRoots(text);
  }
  return '';
}

function withoutOwnRoots(text: string): string {
  const known = certificatesIn(rootCertificates.join('\n'));
  return [...certificatesIn(text)].filter((pem) => !known.has(pem)).join('');
}
