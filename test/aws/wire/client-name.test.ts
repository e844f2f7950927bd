import { describe, expect, it } from 'vitest';
import { parseClientName } from '../../../aws/wire/client-name.ts';

describe('the client that a user agent names', () => {
  it.each([
    ['Boto3/1.34.0 md/Botocore#1.34.0 ua/2.0', 'Boto3/1.34.0'],
    ['aws-sdk-go/1.44.133 (go1.19.8; linux; amd64) S3Manager', 'aws-sdk-go/1.44.133'],
    ['Mozilla/5.0 aws-sdk-js/3.900.0 os/linux', 'aws-sdk-js/3.900.0'],
    ['Mozilla/5.0 app/2 aws-sdk-js/3.1169.0 os/linux', 'app/2'],
    ['APN/1.0 HashiCorp/1.0 Terraform/1.9.0 (+https://www.terraform.io)', 'Terraform/1.9.0'],
    ['curl/7.88.1', 'curl/7.88.1'],
    ['2curl/8.1', 'curl/8.1'],
    ['a//b c/1', 'c/1'],
    ['a/b/c', 'a/b'],
    ['rclone/', 'rclone'],
    ['got (https://github.com/sindresorhus/got)', 'got'],
    ['MinIO (linux; x64; build/7 (see a/b)) minio-js/8.0.7', 'minio-js/8.0.7'],
    ['tool (never closed/1', 'tool'],
    ['undici', 'undici'],
    ['no product at all', null],
    ['/', null],
    ['', null],
    [undefined, null],
  ])('%s', (userAgent, client) => {
    expect(parseClientName(userAgent)).toBe(client);
  });

  it('is looked for in one long word as well', () => {
    expect(parseClientName('a'.repeat(128 * 1024))).toBeNull();
  });
});
