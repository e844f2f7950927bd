import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { createAuthority } from '../../certs/authority.ts';
import { trustBundle } from '../../certs/trust-bundle.ts';
import { forgeChain, forgeChainOfThree, sharedKeys } from './support/forgery.ts';
import { shakeHands } from './support/tls-handshake.ts';

const awsDomains = ['amazonaws.com', 'amazonaws.com.cn', 'api.aws', 'on.aws'];
const hourMs = 3_600_000;

function authorityFor(options: { addresses?: string[]; now?: Date } = {}) {
  const { addresses = [], now = new Date() } = options;
  const permitted = { permittedDomains: awsDomains, permittedAddresses: addresses };
  return createAuthority({ ...permitted, now, keys: sharedKeys() });
}

describe('a handshake with a server that shows a certificate of the authority', () => {
  const bucketOfManyLabels = 'bucket.with.dots.s3.eu-west-1.amazonaws.com';
  const longerThanCommonNames = `${'a'.repeat(63)}.s3.dualstack.ap-southeast-2.amazonaws.com`;

  it.each([
    'sts.amazonaws.com',
    bucketOfManyLabels,
    longerThanCommonNames,
    'old_bucket.s3.amazonaws.com',
    'dynamodb.cn-north-1.amazonaws.com.cn',
    'lambda.eu-west-1.api.aws',
    'abcdefgh.lambda-url.eu-west-1.on.aws',
    'amazonaws.com',
  ])('succeeds for %s, under exactly that name', async (host) => {
    const authority = await authorityFor();
    const ca = trustBundle({ authorityPem: authority.certificatePem });
    const secureContext = await authority.secureContextFor(host);
    const certificate = await shakeHands({ secureContext, ca, host });
    expect(certificate.subjectAltName).toBe(`DNS:${host}`);
  });

  it.each(['10.0.0.7', '127.0.0.1', 'fd00::7'])('succeeds for the address %s', async (host) => {
    const authority = await authorityFor({ addresses: ['127.0.0.1', '10.0.0.7', 'fd00::7'] });
    const secureContext = await authority.secureContextFor(host);
    const certificate = await shakeHands({ secureContext, ca: authority.certificatePem, host });
    expect(certificate.checkIP(host)).toBe(host);
  });

  it('fails when the client believes to talk to another host', async () => {
    const authority = await authorityFor();
    const secureContext = await authority.secureContextFor('sts.amazonaws.com');
    const ca = authority.certificatePem;
    await expect(shakeHands({ secureContext, ca, host: 's3.amazonaws.com' })).rejects.toMatchObject(
      { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    );
  });

  it('fails when the client trusts the public authorities only', async () => {
    const authority = await authorityFor();
    const host = 'sts.amazonaws.com';
    const secureContext = await authority.secureContextFor(host);
    const ca = rootCertificates.join('\n');
    await expect(shakeHands({ secureContext, ca, host })).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  it('fails a day after the authority was made', async () => {
    const host = 'sts.amazonaws.com';
    const yesterday = new Date(Date.now() - 24 * hourMs - 1000);
    const authority = await authorityFor({ now: yesterday });
    const secureContext = await authority.secureContextFor(host);
    const ca = authority.certificatePem;
    await expect(shakeHands({ secureContext, ca, host })).rejects.toMatchObject({
      code: 'CERT_HAS_EXPIRED',
    });
  });

  it('succeeds for a client whose clock is most of an hour behind', async () => {
    const host = 'sts.amazonaws.com';
    const authority = await authorityFor({ now: new Date(Date.now() + 0.9 * hourMs) });
    const secureContext = await authority.secureContextFor(host);
    const ca = authority.certificatePem;
    await expect(shakeHands({ secureContext, ca, host })).resolves.toBeInstanceOf(X509Certificate);
  });
});

describe('a stolen authority key', () => {
  it.each([
    ['another domain', 'example.com', ['10.0.0.7']],
    ['a domain that ends alike', 'evil-amazonaws.com', ['10.0.0.7']],
    ['an address beside the permitted ones', '10.0.0.6', ['10.0.0.7']],
    ['an address of the other family', 'fd00::7', ['10.0.0.7']],
    ['an address when none is permitted', '10.0.0.7', []],
    ['an IPv6 address when none is permitted', 'fd00::7', []],
  ])('convinces no client for %s', async (_, host, permittedAddresses) => {
    const forgery = { permittedDomains: awsDomains, permittedAddresses, host };
    const { secureContext, authorityPem: ca } = await forgeChain(forgery);
    await expect(shakeHands({ secureContext, ca, host })).rejects.toThrow(
      /(permitted|excluded) subtree violation/,
    );
  });

  it('convinces no client through a second authority', async () => {
    const host = 'sts.amazonaws.com';
    const { secureContext, authorityPem: ca } = await forgeChainOfThree({
      permittedDomains: awsDomains,
      host,
    });
    await expect(shakeHands({ secureContext, ca, host })).rejects.toMatchObject({
      code: 'PATH_LENGTH_EXCEEDED',
    });
  });

  it('shows nothing of the constraints to a client for a permitted host', async () => {
    const host = 'sts.amazonaws.com';
    const { secureContext, authorityPem: ca } = await forgeChain({
      permittedDomains: awsDomains,
      host,
    });
    await expect(shakeHands({ secureContext, ca, host })).resolves.toBeInstanceOf(X509Certificate);
  });
});

describe('createAuthority', () => {
  it('makes its own keys where none are given', async () => {
    const authority = await createAuthority({ permittedDomains: awsDomains });
    const certificate = new X509Certificate(authority.certificatePem);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(authority.notAfter).toEqual(new Date(certificate.validTo));
  });

  it('waits for its own key alone, and a handshake for the key of the leaves', async () => {
    const { authority: own, leaf } = sharedKeys();
    let giveLeafKey = () => {};
    const late = new Promise<void>((resolve) => {
      giveLeafKey = resolve;
    });
    const keys = { authority: own, leaf: late.then(() => leaf) };
    const authority = await createAuthority({ permittedDomains: awsDomains, keys });
    const host = 'sts.amazonaws.com';
    const pending = authority.secureContextFor(host);
    giveLeafKey();
    const [secureContext, ca] = [await pending, authority.certificatePem];
    await expect(shakeHands({ secureContext, ca, host })).resolves.toBeInstanceOf(X509Certificate);
  });

  it('keeps the context of a host, whatever way the host is written', async () => {
    const authority = await authorityFor({ addresses: ['fd00::7'] });
    const context = await authority.secureContextFor('sts.amazonaws.com');
    expect(await authority.secureContextFor('STS.AmazonAWS.com.')).toBe(context);
    expect(await authority.secureContextFor('s3.amazonaws.com')).not.toBe(context);
    const address = await authority.secureContextFor('fd00::7');
    expect(await authority.secureContextFor('[fd00:0::7]')).toBe(address);
  });

  it.each(['example.com', 'evil-amazonaws.com', '10.0.0.7', 'com', 'not a host', ''])(
    'makes no certificate for `%s`, which it may not vouch for',
    async (host) => {
      const authority = await authorityFor();
      await expect(authority.secureContextFor(host)).rejects.toMatchObject({
        name: 'LeastgrantError',
        code: 'E_INTERNAL',
      });
    },
  );

  it('refuses a permitted domain that is none', async () => {
    const options = { permittedDomains: ['amazonaws.com', '*.example.com'], keys: sharedKeys() };
    await expect(createAuthority(options)).rejects.toMatchObject({
      code: 'E_USAGE',
      message: '`*.example.com` is not a domain name',
    });
  });
});
