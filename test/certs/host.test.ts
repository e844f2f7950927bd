import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHost } from '../../certs/host.ts';

describe('parseHost', () => {
  it('reads a domain name in any case, with or without the final dot', () => {
    const sts = { kind: 'domain', name: 'sts.amazonaws.com' };
    expect(parseHost('sts.amazonaws.com')).toEqual(sts);
    expect(parseHost('STS.AmazonAWS.com.')).toEqual(sts);
    expect(parseHost('localhost')).toEqual({ kind: 'domain', name: 'localhost' });
  });

  it('reads an IPv4 address', () => {
    const bytes = Uint8Array.of(10, 0, 0, 255);
    expect(parseHost('10.0.0.255')).toEqual({ kind: 'address', name: '10.0.0.255', bytes });
  });

  it.each([
    ['::1', '::1', '00000000000000000000000000000001'],
    ['[::1]', '::1', '00000000000000000000000000000001'],
    ['::', '::', '00000000000000000000000000000000'],
    ['FD00:EC2::0254', 'fd00:ec2::254', 'fd000ec2000000000000000000000254'],
    ['1::', '1::', '00010000000000000000000000000000'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1', '00000000000000000000ffff7f000001'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ])('reads the IPv6 address %s', (text, name, hex) => {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    expect(parseHost(text)).toEqual({ kind: 'address', name, bytes });
  });

  it('gives the bytes of any IPv6 address back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const groups = Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? [];
        expect(parseHost(groups.join(':'))).toMatchObject({ kind: 'address', bytes });
      }),
    );
  });

  it.each([
    '',
    '.',
    'a..b',
    '.amazonaws.com',
    '*.amazonaws.com',
    'two words.com',
    'sts.amazonaws.com:443',
    'bücher.example',
    'fe80::1%eth0',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(127)}com`,
  ])('does not take `%s` for a host', (text) => {
    expect(parseHost(text)).toBeUndefined();
  });
});
