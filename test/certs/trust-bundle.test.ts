import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { trustBundle } from '../../certs/trust-bundle.ts';
import { forgeChain, sharedKeys } from './support/forgery.ts';

let authorityPem = '';
let userPem = '';

beforeAll(async () => {
  const forgery = { permittedDomains: ['amazonaws.com'], host: 'sts.amazonaws.com' };
  authorityPem = (await forgeChain(forgery)).authorityPem;
  userPem = (await forgeChain(forgery)).authorityPem;
});

function subjects(bundle: string): string[] {
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((pem) => new X509Certificate(pem).subject);
}

function subjectOf(pem: string): string {
  return new X509Certificate(pem).subject;
}

describe('trustBundle', () => {
  it("holds the user's certificates, the public authorities and the run's own, in this order", () => {
    const bundle = trustBundle({ userBundlePem: userPem, authorityPem });
    expect(subjects(bundle)).toEqual([
      subjectOf(userPem),
      ...rootCertificates.map(subjectOf),
      subjectOf(authorityPem),
    ]);
  });

  it('reads CRLF, comments, a byte order mark, a missing final newline and other line lengths', () => {
    const body = userPem.split('\n').slice(1, -2).join('');
    const rewrapped = (body.match(/.{1,76}/g) ?? []).join('\r\n');
    const userBundlePem = [
      '\ufeff# Example Corp root, valid until 2031',
      '-----BEGIN CERTIFICATE-----',
      `${rewrapped}  `,
      '-----END CERTIFICATE-----',
    ].join('\r\n');
    const bundle = trustBundle({ userBundlePem, publicRoots: [], authorityPem });
    expect(bundle).toBe(userPem + authorityPem);
  });

  it('keeps a certificate that comes twice only once', () => {
    const userBundlePem = [userPem.replaceAll('\n', '\r\n'), ...rootCertificates].join('\n');
    const bundle = trustBundle({ userBundlePem, authorityPem });
    expect(subjects(bundle)).toHaveLength(rootCertificates.length + 2);
  });

  it('leaves private keys out', async () => {
    const leaf = await sharedKeys().leaf;
    const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const userBundlePem = `${key}${userPem}`;
    const bundle = trustBundle({ userBundlePem, publicRoots: [], authorityPem });
    expect(bundle).toBe(userPem + authorityPem);
  });

  it("keeps a certificate in OpenSSL's trusted form as it is", () => {
    const trusted = userPem.replaceAll(' CERTIFICATE', ' TRUSTED CERTIFICATE');
    const bundle = trustBundle({ userBundlePem: trusted, publicRoots: [], authorityPem });
    expect(bundle).toBe(trusted + authorityPem);
  });

  it('leaves a truncated certificate out, and keeps the next one', () => {
    const userBundlePem = `${userPem.slice(0, 300)}\n${userPem}`;
    const bundle = trustBundle({ userBundlePem, publicRoots: [], authorityPem });
    expect(bundle).toBe(userPem + authorityPem);
  });

  it('holds every certificate of any text of certificates and noise', () => {
    const noise = fc.stringMatching(/^[ \t#a-z:\r\n]*$/);
    const piece = fc.oneof(noise, fc.constantFrom(...rootCertificates));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const userBundlePem = pieces.join('\n');
        const bundle = trustBundle({ userBundlePem, publicRoots: [], authorityPem });
        const roots = pieces.filter((text) => text.startsWith('-----BEGIN'));
        expect(subjects(bundle)).toEqual([...new Set(roots), authorityPem].map(subjectOf));
      }),
    );
  });
});
