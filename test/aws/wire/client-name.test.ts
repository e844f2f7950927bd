import { describe, expect, it } from 'vitest';
import { parseClientName } from '../../../aws/wire/client-name.ts';

describe('the client that a user agent names', () => {
  it.each([
    ['aws-sdk-go/1.44.133 (go1.19.8; linux; amd64) S3Manager', 'aws-sdk-go/1.44.133'],
    ['Mozilla/5.0 app/2 aws-sdk-js/3.1169.0 os/linux', 'app/2'],
    ['Boto3/1.26.27 md/Botocore#1.29 ua/2.0', 'Boto3/1.26.27'],
    ['curl/7.88.1', 'curl/7.88.1'],
    ['rclone/', 'rclone'],
    ['no product at all', null],
    ['', null],
    [undefined, null],
  ])('%s', (userAgent, client) => {
    expect(parseClientName(userAgent)).toBe(client);
  });
});
