import { createSecureContext, type SecureContext } from 'node:tls';
import { LeastgrantError } from '../errors.ts';
import { createAuthorityCertificate, type Issuer } from './authority-certificate.ts';
import { BoundedCache } from './bounded-cache.ts';
import { type Host, parseHost } from './host.ts';
import { type KeyPairs, startKeyPairs } from './key-pairs.ts';
import { signLeafCertificate } from './leaf-certificate.ts';
import { isPermitted, type PermittedHosts, parsePermittedHosts } from './permitted-hosts.ts';
import type { KeyPair } from './rsa-key.ts';

/** How many hosts' contexts are kept: about 22 KiB each, so 22 MiB at most. */
const contextLimit = 1000;

/** What a run's certificate authority is made from. */
export interface AuthorityOptions {
  /** Domains to vouch for, each with every name below it: `amazonaws.com`. At least one. */
  readonly permittedDomains: readonly string[];
  /** Single IP addresses to vouch for; none by default. */
  readonly permittedAddresses?: readonly string[];
  /** The time that validity is counted from; the present by default. */
  readonly now?: Date;
  /** Key pairs that are already being made; new ones by default. */
  readonly keys?: KeyPairs;
}

/** The certificate authority of one run. Its private keys stay in memory. */
export interface Authority {
  readonly certificatePem: string;
  /** When it and every certificate it signed stop to count: 24 hours after it was made. */
  readonly notAfter: Date;
  /**
   * Returns the TLS context of a server that answers for `host` (a domain name or an IP address, without port).
   * It is made on first use, in about 2 ms, and kept while it is among the thousand used last.
   * @throws LeastgrantError E_INTERNAL for a host that the authority may not vouch for.
   */
  secureContextFor(host: string): Promise<SecureContext>;
}

/**
 * Makes a certificate authority for one run, constrained to the permitted hosts. It is there as soon as its own key
 * is; the key of the leaves may take longer, and secureContextFor waits for it.
 * @throws LeastgrantError E_USAGE for a permitted domain or address that is not one.
 */
export async function createAuthority(options: AuthorityOptions): Promise<Authority> {
  const permitted = parsePermittedHosts(options.permittedDomains, options.permittedAddresses ?? []);
  const keys = options.keys ?? startKeyPairs();
  const issuer = createAuthorityCertificate(
    await keys.authority,
    permitted,
    options.now ?? new Date(),
  );
  const server = keys.leaf.then((leaf) => leafServer(issuer, leaf));
  server.catch(() => {});
  return {
    certificatePem: issuer.certificatePem,
    notAfter: issuer.validity.notAfter,
    async secureContextFor(text) {
      const host = requirePermitted(permitted, text);
      return (await server)(host);
    },
  };
}

/** Returns what makes and keeps the contexts of hosts, all with one key. */
function leafServer(issuer: Issuer, { publicKey, privateKey }: KeyPair) {
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const contexts = new BoundedCache<SecureContext>(contextLimit);
  return (host: Host): SecureContext =>
    contexts.getOrMake(host.name, () => {
      const cert = signLeafCertificate(issuer, host, publicKey);
      return createSecureContext({ key, cert });
    });
}

function requirePermitted(permitted: PermittedHosts, text: string): Host {
  const host = parseHost(text);
  if (host !== undefined && isPermitted(permitted, host)) return host;
  throw new LeastgrantError('E_INTERNAL', `no certificate may be made for \`${text}\``, {
    hint: 'only hosts under the permitted domains and addresses can be intercepted',
  });
}
