import { describe, expect, it } from 'vitest';
import { leastgrant, program } from './support/leastgrant.ts';
import { makePlace } from './support/place.ts';

describe('the end of a run says', { timeout: 60_000 }, () => {
  it('which client rejected the certificate, and what to do', async () => {
    const place = await makePlace();
    const command = ['run', ...place.upstream, '--', ...program('distrust.mjs')];
    const { exit, stdout, stderr } = await leastgrant(place, command);
    expect([exit, stdout.split('\n')[0]]).toEqual([0, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
    expect(stderr).toContain('a client rejected our certificate for: s3.eu-west-1.amazonaws.com');
    expect(stderr).toContain('let it trust the file that SSL_CERT_FILE names');
  });

  it('that a body was too long to be read to its end', async () => {
    const place = await makePlace();
    const command = ['run', ...place.upstream, '--', ...program('large-body.mjs')];
    const { exit, stderr } = await leastgrant(place, command);
    expect(exit).toBe(0);
    expect(stderr).toContain('too long to be read to the end, resources may be wildcards: 1 call');
    expect(stderr).toContain('wildcard arn:aws:dynamodb:eu-west-1:123456789012:table/*');
  });

  it('that the upstream was not trusted, and what to do; the program gets a 502', async () => {
    const place = await makePlace();
    const [option = '', url = ''] = place.upstream;
    const command = ['run', option, url, '--', ...program('put.mjs', 'a')];
    const { exit, stdout, stderr } = await leastgrant(place, command);
    expect([exit, stdout.split('\n')[0]]).toEqual([0, 'a 502']);
    expect(stderr).toMatch(/no answer from 127\.0\.0\.1:\d+ \(1 time\): .* --upstream-ca/);
  });

  it('that nobody listens at the upstream', async () => {
    const place = await makePlace();
    // Port 1 is reserved (tcpmux), and nobody listens there.
    const command = ['run', '--upstream', 'http://127.0.0.1:1', '--', ...program('put.mjs', 'a')];
    const { exit, stdout, stderr } = await leastgrant(place, command);
    expect([exit, stdout.split('\n')[0]]).toEqual([0, 'a 502']);
    expect(stderr).toContain('no answer from 127.0.0.1:1 (1 time): connect ECONNREFUSED');
  });
});
