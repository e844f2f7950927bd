import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAuthority, parseAuthority } from '../../proxy/authority.ts';

describe('an authority', () => {
  it.each([
    ['s3.amazonaws.com:443', { host: 's3.amazonaws.com', port: 443 }],
    ['S3.AmazonAWS.com:8443', { host: 's3.amazonaws.com', port: 8443 }],
    ['my_bucket.s3.amazonaws.com:443', { host: 'my_bucket.s3.amazonaws.com', port: 443 }],
    ['localhost.:80', { host: 'localhost.', port: 80 }],
    ['127.0.0.1:1', { host: '127.0.0.1', port: 1 }],
    ['[::1]:443', { host: '::1', port: 443 }],
    ['[FD00:ec2::254]:80', { host: 'fd00:ec2::254', port: 80 }],
  ])('%s is understood', (text, expected) => {
    expect(parseAuthority(text)).toEqual(expected);
  });

  it.each([
    '',
    'host',
    ':443',
    'host:',
    'host:0',
    'host:65536',
    'host:443x',
    '::1:443',
    '[::1]',
    '[x]:1',
    'a b:1',
    'http://host:1',
    'host:1/',
    'us\ner:1',
    '[::1:443',
    '-:1',
  ])('%j is malformed', (text) => {
    expect(parseAuthority(text)).toBeUndefined();
  });

  it('without a port takes the default', () => {
    expect(parseAuthority('host', 80)).toEqual({ host: 'host', port: 80 });
  });

  it('is read as it was written', () => {
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(host, fc.integer({ min: 1, max: 65_535 }), (name, port) => {
        const authority = { host: name.toLowerCase(), port };
        expect(parseAuthority(formatAuthority(authority))).toEqual(authority);
      }),
    );
  });
});
