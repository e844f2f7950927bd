import { describe, expect, it } from 'vitest';
import { parseOutgoingProxy } from '../../proxy/outgoing-proxy.ts';

function proxyFor(env: Record<string, string>, url: string): string | undefined {
  return parseOutgoingProxy(env).proxyFor(new URL(url))?.href;
}

const S3 = 'https://s3.eu-west-1.amazonaws.com/';

describe('the way out', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://p:1' }, S3, 'http://p:1/'],
    [{ https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }, S3, 'http://low:1/'],
    [{ HTTPS_PROXY: 'p.corp:3128' }, S3, 'http://p.corp:3128/'],
    [{ HTTPS_PROXY: 'https://u:p%40@p:1' }, S3, 'https://u:p%40@p:1/'],
    [{ ALL_PROXY: 'http://all:1' }, S3, 'http://all:1/'],
    [{ ALL_PROXY: 'http://all:1', HTTPS_PROXY: 'http://p:1' }, S3, 'http://p:1/'],
    [{ HTTP_PROXY: 'http://p:1' }, 'http://example.org/', 'http://p:1/'],
    [{ HTTP_PROXY: 'http://p:1' }, S3, undefined],
    [{ HTTPS_PROXY: '' }, S3, undefined],
    [{}, S3, undefined],
  ])('of %j for %s is %s', (env, url, expected) => {
    expect(proxyFor(env, url)).toBe(expected);
  });

  it.each([
    ['*', S3],
    ['amazonaws.com', S3],
    ['.amazonaws.com', S3],
    ['*.amazonaws.com', S3],
    ['other.org, S3.EU-WEST-1.amazonaws.com', S3],
    ['s3.eu-west-1.amazonaws.com:443', S3],
    ['10.0.0.0/8', 'https://10.1.2.3/'],
    ['10.1.2.3', 'https://10.1.2.3/'],
    ['fd00::/8', 'https://[fd00::1]/'],
    ['::1 example.org', 'https://a.example.org/'],
  ])('with NO_PROXY=%s is direct to %s', (no_proxy, url) => {
    expect(proxyFor({ HTTPS_PROXY: 'http://p:1', NO_PROXY: no_proxy }, url)).toBeUndefined();
  });

  it.each([
    ['naws.com', S3],
    ['s3.eu-west-1.amazonaws.com:8443', S3],
    ['10.0.0.0/8', 'https://11.1.2.3/'],
    ['10.0.0.0/99', 'https://10.1.2.3/'],
    ['2.3', 'https://10.1.2.3/'],
    ['not/a/network', S3],
  ])('with NO_PROXY=%s is not direct to %s', (no_proxy, url) => {
    expect(proxyFor({ HTTPS_PROXY: 'http://p:1', NO_PROXY: no_proxy }, url)).toBe('http://p:1/');
  });

  it.each(['https://localhost/', 'https://127.0.0.5/', 'https://[::1]/', 'https://a.localhost/'])(
    'to %s is direct always',
    (url) => {
      expect(proxyFor({ ALL_PROXY: 'http://p:1' }, url)).toBeUndefined();
    },
  );

  it('leaves out what is no HTTP proxy, and names it without its value', () => {
    const { ignored } = parseOutgoingProxy({ ALL_PROXY: 'socks5://u:secret@p', https_proxy: ':' });
    expect(ignored).toEqual(['https_proxy', 'ALL_PROXY']);
  });
});
