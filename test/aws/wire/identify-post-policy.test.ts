import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';

const catalog = openCatalog();
const credential = 'AKIAY34FZKBOKMUTVV7A/20261122/eu-west-1/s3/aws4_request';

function recognise(...parts: readonly string[]) {
  return recogniseAt('b.s3.eu-west-1.amazonaws.com', '/', ...parts);
}

function recogniseAt(host: string, target: string, ...parts: readonly string[]) {
  const request = {
    method: 'POST',
    host,
    target,
    headers: new Map([['content-type', 'multipart/form-data; boundary=B']]),
  };
  const body = Buffer.from(`--B\r\n${parts.join('\r\n--B\r\n')}\r\n--B--\r\n`);
  return recogniseAtOnce(request, catalog, body, false);
}

const field = (name: string, value: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const file = (contents: string) =>
  `Content-Disposition: form-data; name="file"; filename="f.txt"\r\nContent-Type: text/html\r\n\r\n${contents}`;

describe('an upload to S3 by a form', () => {
  it('is what its fields say, not what its file holds', () => {
    const contents = `<input name="key">\r\n\r\nother\r\n${field('key', 'other')}`;
    expect(
      recognise(
        field('X-Amz-Credential', credential),
        field('Key', 'k/${filename}'),
        file(contents),
      ),
    ).toMatchObject({ operation: 'PutObject', parameters: { Bucket: 'b', Key: 'k/f.txt' } });
  });

  it('is the same at a custom endpoint, where a form without a signature is none of ours', () => {
    const key = field('key', 'k');
    const signed = field('X-Amz-Credential', credential);
    expect(recogniseAt('127.0.0.1:4566', '/b', key, signed, file('x'))).toMatchObject({
      operation: 'PutObject',
      parameters: { Bucket: 'b', Key: 'k' },
    });
    expect(recogniseAt('127.0.0.1:4566', '/b', key, file('x'))).toBeUndefined();
    expect(recogniseAt('sns.eu-west-1.amazonaws.com', '/b', key, file('x'))).toBeUndefined();
  });

  it.each([
    ['names without end', 'name="'.repeat(170_000)],
    ['lines without end', 'name="a"\r\n'.repeat(100_000)],
    ['parts without end', `\r\n--B\r\n${field('a', '')}`.repeat(20_000)],
  ])('is nothing where it holds %s', (_, contents) => {
    expect(recognise(contents)).toBeUndefined();
  });
});
