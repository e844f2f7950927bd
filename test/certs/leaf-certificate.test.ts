import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgeChain } from './support/forgery.ts';

const permittedDomains = ['amazonaws.com', 'on.aws'];

async function leafFor(host: string, now = new Date()): Promise<X509Certificate> {
  const permittedAddresses = ['10.0.0.7'];
  const chain = await forgeChain({ permittedDomains, permittedAddresses, host, now });
  return new X509Certificate(chain.leafPem);
}

describe('signLeafCertificate', () => {
  it('is for servers and nothing else', async () => {
    const leaf = await leafFor('sts.amazonaws.com');
    expect(leaf.ca).toBe(false);
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  it('counts exactly as long as its authority', async () => {
    const leaf = await leafFor('sts.amazonaws.com', new Date('2026-11-22T08:40:12Z'));
    expect(new Date(leaf.validFrom)).toEqual(new Date('2026-11-22T07:40:12Z'));
    expect(new Date(leaf.validTo)).toEqual(new Date('2026-11-23T08:40:12Z'));
  });

  it('names the host to people as far as a common name can', async () => {
    const hostOf64 = `${'b'.repeat(64 - '.s3.amazonaws.com'.length)}.s3.amazonaws.com`;
    expect((await leafFor(hostOf64)).subject).toBe(`O=leastgrant\nCN=${hostOf64}`);
    expect((await leafFor(`b${hostOf64}`)).subject).toBe('O=leastgrant');
    expect((await leafFor('10.0.0.7')).subject).toBe('O=leastgrant');
  });

  it('has another positive serial of sixteen bytes each time', async () => {
    const serials = await Promise.all(
      Array.from({ length: 50 }, async () => (await leafFor('sts.amazonaws.com')).serialNumber),
    );
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(new Set(serials).size).toBe(50);
  });

  it('vouches for every host below a permitted domain, and for that host only', async () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/);
    const labels = fc.array(label, { minLength: 1, maxLength: 6 });
    const domain = fc.constantFrom(...permittedDomains);
    const host = fc.tuple(labels, domain).map(([front, back]) => [...front, back].join('.'));
    await fc.assert(
      fc.asyncProperty(host, async (name) => {
        const leaf = await leafFor(name);
        expect(leaf.subjectAltName).toBe(`DNS:${name}`);
        expect(leaf.checkHost(name)).toBe(name);
        expect(leaf.checkHost(`x.${name}`)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});
