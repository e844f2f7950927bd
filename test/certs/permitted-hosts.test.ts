import { describe, expect, it } from 'vitest';
import { parseHost } from '../../certs/host.ts';
import { isPermitted, parsePermittedHosts } from '../../certs/permitted-hosts.ts';

function permits(domains: string[], addresses: string[], text: string): boolean {
  const host = parseHost(text);
  if (host === undefined) throw new Error(`not a host: ${text}`);
  return isPermitted(parsePermittedHosts(domains, addresses), host);
}

describe('isPermitted', () => {
  it('permits a domain and every name below it', () => {
    expect(permits(['api.aws'], [], 'api.aws')).toBe(true);
    expect(permits(['API.aws.'], [], 'a.b.c.api.aws')).toBe(true);
  });

  it('permits neither the domain above nor one that ends alike', () => {
    expect(permits(['api.aws'], [], 'aws')).toBe(false);
    expect(permits(['api.aws'], [], 'myapi.aws')).toBe(false);
  });

  it('permits exactly the addresses given', () => {
    expect(permits(['api.aws'], ['10.0.0.7', '::1'], '10.0.0.7')).toBe(true);
    expect(permits(['api.aws'], ['10.0.0.7', '::1'], '[0:0::1]')).toBe(true);
    expect(permits(['api.aws'], ['10.0.0.7', '::1'], '10.0.0.8')).toBe(false);
    expect(permits(['api.aws'], [], '10.0.0.7')).toBe(false);
  });
});

describe('parsePermittedHosts', () => {
  it('keeps each host once', () => {
    const permitted = parsePermittedHosts(['on.aws', 'ON.aws'], ['::1', '0::1', '127.0.0.1']);
    expect(permitted.domains).toEqual(['on.aws']);
    expect(permitted.addresses).toHaveLength(2);
  });

  it('refuses an address among the domains, and a domain among the addresses', () => {
    expect(() => parsePermittedHosts(['10.0.0.7'], [])).toThrow(
      expect.objectContaining({ code: 'E_USAGE', message: '`10.0.0.7` is not a domain name' }),
    );
    expect(() => parsePermittedHosts(['on.aws'], ['localhost'])).toThrow(
      expect.objectContaining({ code: 'E_USAGE', message: '`localhost` is not an IP address' }),
    );
  });

  it('refuses to permit every domain by naming none', () => {
    expect(() => parsePermittedHosts([], ['10.0.0.7'])).toThrow(
      expect.objectContaining({ code: 'E_INTERNAL' }),
    );
  });
});
