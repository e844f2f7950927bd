import { writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { trustBundle } from '../../../certs/trust-bundle.ts';
import { type ForgedChain, type Forgery, forgeChain } from '../../certs/support/forgery.ts';

/** A chain that every verifier must accept, or must refuse. */
export interface ChainCase extends Forgery {
  readonly name: string;
}

/** A chain as files that a verifier reads. */
export interface ChainFiles extends ForgedChain {
  readonly authorityPath: string;
  /** The bundle of a run: the public authorities and this one. */
  readonly bundlePath: string;
  readonly leafPath: string;
}

const permittedDomains = ['amazonaws.com', 'api.aws'];
const permittedAddresses = ['10.0.0.7', 'fd00::7'];
const longLabel = 'a'.repeat(63);
const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);

/** Chains as a run makes them. */
export const validChains: readonly ChainCase[] = [
  { name: 'a service', host: 'sts.amazonaws.com' },
  { name: 'a bucket with dots', host: 'bucket.with.dots.s3.eu-west-1.amazonaws.com' },
  { name: 'a long host', host: `${longLabel}.s3.dualstack.ap-southeast-2.amazonaws.com` },
  { name: 'a domain itself', host: 'api.aws' },
  { name: 'a domain beside addresses', host: 'sts.amazonaws.com', permittedAddresses },
  { name: 'an IPv4 address', host: '10.0.0.7', permittedAddresses },
  { name: 'an IPv6 address', host: 'fd00::7', permittedAddresses },
].map((chain) => ({ permittedDomains, ...chain }));

/** Chains that only somebody who stole the key could make, and one from the past. */
export const invalidChains: readonly ChainCase[] = [
  { name: 'another domain', host: 'example.com' },
  { name: 'a domain that ends alike', host: 'evil-amazonaws.com' },
  { name: 'the domain above', host: 'aws' },
  { name: 'an IPv4 address when none is permitted', host: '10.0.0.7' },
  { name: 'an IPv6 address when none is permitted', host: 'fd00::7' },
  { name: 'another IPv4 address', host: '10.0.0.6', permittedAddresses },
  { name: 'another IPv6 address', host: 'fd00::6', permittedAddresses },
  { name: 'another family', host: 'fd00::7', permittedAddresses: ['10.0.0.7'] },
  { name: 'a run of two days ago', host: 'sts.amazonaws.com', now: twoDaysAgo },
].map((chain) => ({ permittedDomains, ...chain }));

/** Makes the chain of a case and writes its certificates into `folder`. */
export async function writeChain(chain: ChainCase, folder: string): Promise<ChainFiles> {
  const forged = await forgeChain(chain);
  const authorityPath = join(folder, 'authority.pem');
  const bundlePath = join(folder, 'bundle.pem');
  const leafPath = join(folder, 'leaf.pem');
  writeFileSync(authorityPath, forged.authorityPem);
  writeFileSync(bundlePath, trustBundle({ authorityPem: forged.authorityPem }));
  writeFileSync(leafPath, forged.leafPem);
  return { ...forged, authorityPath, bundlePath, leafPath };
}

/** Tells whether a case is about an address and not a domain. */
export function isAddress({ host }: ChainCase): boolean {
  return isIP(host) !== 0;
}
