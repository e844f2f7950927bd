import { BlockList, isIP } from 'node:net';
import { awsDomains } from '../../aws/partition.ts';
import { formatAuthority, parseAuthority } from '../authority.ts';
import type { Environment } from './environment.ts';
import type { InterceptedHost } from './intercepted-hosts.ts';

/**
 * What no proxy may see: this machine, and the addresses where instances and containers get their credentials.
 * The addresses are listed one by one because Python knows no networks in NO_PROXY.
 * Sources: the EC2 user guide (instance metadata), the ECS and EKS guides (credential endpoints).
 */
const alwaysDirect: readonly string[] = [
  'localhost',
  '127.0.0.1',
  '::1',
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  'fd00:ec2::254',
  'fd00:ec2::23',
];

/**
 * Returns the list of hosts to reach directly: the user's, `alwaysDirect` and the local endpoints of the run, without
 * what would hide intercepted hosts. Each entry of the user's that is left out gives a warning.
 */
export function mergeNoProxy(
  userEnv: Environment,
  intercepted: readonly InterceptedHost[],
  localUrls: readonly string[],
): { readonly value: string; readonly warnings: readonly string[] } {
  const users = userEntries(userEnv);
  const warnings = users
    .filter((entry) => hides(entry, intercepted))
    .map(
      (entry) =>
        `\`${entry}\` in NO_PROXY would hide intercepted calls: the program runs without it`,
    );
  const kept = [...users, ...alwaysDirect].filter((entry) => !hides(entry, intercepted));
  return { value: [...new Set([...kept, ...localUrls.map(authorityOf)])].join(','), warnings };
}

/** Programs differ in the spelling that they read, so all get the entries of both. */
function userEntries(userEnv: Environment): readonly string[] {
  const lists = Object.entries(userEnv).filter(([name]) => name.toLowerCase() === 'no_proxy');
  const entries = lists.flatMap(([, value]) => (value ?? '').split(/[\s,]+/));
  return [...new Set(entries.filter((entry) => entry !== ''))];
}

function authorityOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  const defaultPort = protocol === 'https:' ? 443 : 80;
  const host = hostname.replace(/^\[|\]$/g, '');
  return formatAuthority({ host, port: Number(port) || defaultPort });
}

/** Tells whether some client would read the entry as covering an intercepted host, or a part of them. */
export function hides(entry: string, intercepted: readonly InterceptedHost[]): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return intercepted.some(({ host }) => isInNetwork(host, entry));
  const { host, port } = parseEntry(entry);
  if (awsDomains.some((domain) => isWithin(domain, host) || isWithin(host, domain))) return true;
  return intercepted.some(
    (target) =>
      (port === undefined || target.port === undefined || port === target.port) &&
      isWithin(target.host, host),
  );
}

function parseEntry(entry: string): { host: string; port: number | undefined } {
  const lower = entry.toLowerCase().replace(/^\*?\./, '');
  if (isIP(lower) === 6) return { host: lower, port: undefined };
  const authority = parseAuthority(lower);
  return authority ?? { host: lower.replace(/^\[|\]$/g, ''), port: undefined };
}

/** Tells whether `host` is the domain or lies below it; an address lies below nothing. */
function isWithin(host: string, domain: string): boolean {
  return host === domain || (isIP(host) === 0 && domain !== '' && host.endsWith(`.${domain}`));
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', prefix = ''] = network.split('/');
  const family = isIP(host);
  const bits = Number(prefix);
  if (family === 0 || family !== isIP(address) || !/^\d+$/.test(prefix)) return false;
  if (bits > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
